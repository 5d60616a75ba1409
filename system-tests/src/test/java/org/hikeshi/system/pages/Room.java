package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** How a page fits: 320 CSS px and 200 % zoom without sideways scroll, targets a finger can hit. */
final class Room {

    private static final String TARGETS =
            """
            least => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea, summary, nav a, .button, .language a')]
              .map(e => e.matches('[type=radio], [type=checkbox]') ? (e.closest('label') || e) : e)
              .filter(e => e.getClientRects().length > 0 && e.getBoundingClientRect().height < least)
              .map(e => e.localName + ' ' + (e.innerText || e.name || '').slice(0, 30) + ' ' + Math.round(e.getBoundingClientRect().height) + ' px')
            """;
    private static final String OVERFLOW =
            """
            width => [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest('.wide'))
              .slice(0, 3).map(e => e.localName + '.' + e.className)
            """;

    private Room() {}

    static List<Finding> check(Page page, PageState state, int wide, int narrow) {
        List<Finding> found = new ArrayList<>();
        int least = state.staff() ? 24 : 44;
        targets(page, least).forEach(saw -> found.add(new Finding("target-size", saw)));
        sideways(page, narrow, "width-320", found);
        /* 200 % zoom of a 1280 px window leaves 640 CSS px. */
        sideways(page, wide / 2, "zoom-200", found);
        page.setViewportSize(wide, 900);
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> targets(Page page, int least) {
        return (List<String>) page.evaluate(TARGETS, least);
    }

    private static void sideways(Page page, int width, String check, List<Finding> found) {
        page.setViewportSize(width, 900);
        int needed = (int) page.evaluate("() => document.documentElement.scrollWidth");
        if (needed > width) {
            found.add(new Finding(check, needed + " px: " + page.evaluate(OVERFLOW, width)));
        }
    }
}
