package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What stands in the markup: no style or script in place, one question, one primary action. */
final class Structure {

    private static final String INLINE =
            """
            () => [...document.querySelectorAll('*')].flatMap(e => {
              const bad = [...e.attributes].filter(a => a.name === 'style' || a.name.startsWith('on')
                  || (['href', 'src', 'action', 'formaction'].includes(a.name)
                      && a.value.trim().toLowerCase().startsWith('javascript:'))).map(a => a.name);
              if (e.localName === 'style') bad.push('<style>');
              if (e.localName === 'script' && !e.src) bad.push('<script> in place');
              return bad.map(b => e.localName + ': ' + b);
            })
            """;
    private static final String FOREIGN =
            """
            () => [...document.querySelectorAll('script[src], link[rel~=stylesheet], link[rel~=icon], img, iframe, video, audio, source')]
              .map(e => e.src || e.href).filter(u => u && new URL(u, location.href).origin !== location.origin)
            """;

    private Structure() {}

    static List<Finding> check(Page page, PageState state) {
        List<Finding> found = new ArrayList<>();
        strings(page, INLINE).forEach(saw -> found.add(new Finding("inline", saw)));
        strings(page, FOREIGN).forEach(saw -> found.add(new Finding("foreign-source", saw)));
        int headings = page.locator("h1").count();
        if (headings != 1) {
            found.add(new Finding("one-h1", headings + " h1"));
        }
        int primary = page.locator("button.primary, .button.primary").count();
        boolean asks = page.locator("main form").count() > 0;
        if (primary > 1 || (asks && primary == 0)) {
            found.add(new Finding("one-primary", primary + " primary buttons"));
        }
        if (!page.locator("html").getAttribute("lang").equals(state.language())) {
            found.add(new Finding("language", page.locator("html").getAttribute("lang")));
        }
        int scripts = page.locator("script").count();
        if (!state.staff()
                && scripts > 0
                && page.locator("script[defer], script[type=module]").count() < scripts) {
            found.add(new Finding("scripts-deferred", scripts + " scripts"));
        }
        return found;
    }

    /** The page without its words: what can be read, pressed and filled in. */
    static String outline(Page page) {
        return "h1 %s, fields %d, buttons %d, links %d"
                .formatted(
                        // A state that is reached twice has another tracking code each time.
                        page.locator("h1").allInnerTexts().stream()
                                .map(text -> text.replaceAll("R(-[0-9A-Z]{1,4}){3}", "R-…"))
                                .toList(),
                        visible(
                                page,
                                "main input:not([type=hidden], #draft), main select, main textarea"),
                        // Copying, printing and a draft are extras of a page that is complete
                        // without them.
                        visible(page, "main button:not([data-copy], [data-print])"),
                        visible(page, "main a[href]"));
    }

    private static long visible(Page page, String selector) {
        return page.locator(selector).all().stream().filter(part -> part.isVisible()).count();
    }

    @SuppressWarnings("unchecked")
    static List<String> strings(Page page, String script) {
        return (List<String>) page.evaluate(script);
    }
}
