package org.hikeshi.system.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs every check on a page in one state; an empty list is what a test wants. */
public final class PageChecks {

    private static final int WIDE = 1280;
    private static final int NARROW = 320;

    private final Chromium chromium;

    public PageChecks(Chromium chromium) {
        this.chromium = chromium;
    }

    public List<Finding> check(PageState state) {
        return check(state, page -> {});
    }

    /**
     * @param seen what is done with the page after that: taking a picture marks its fields
     */
    public List<Finding> check(PageState state, Consumer<Page> seen) {
        List<Finding> found = new ArrayList<>();
        String withScripts;
        try (BrowserContext visitor = chromium.visitor(true, state.language(), WIDE)) {
            Page page = visitor.newPage();
            List<String> said = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error") && isPolicy(message.text())) {
                            said.add(message.text());
                        }
                    });
            state.reach().accept(page);
            page.waitForLoadState();
            said.forEach(text -> found.add(new Finding("content-security-policy", text)));
            found.addAll(Structure.check(page, state));
            found.addAll(Wording.check(page, state));
            found.addAll(Access.check(page));
            found.addAll(Room.check(page, state, WIDE, NARROW));
            found.addAll(Paper.check(page, state));
            found.addAll(Traces.check(page, state));
            withScripts = Structure.outline(page);
            seen.accept(page);
        }
        try (BrowserContext visitor = chromium.visitor(false, state.language(), WIDE)) {
            Page page = visitor.newPage();
            state.reach().accept(page);
            String without = Structure.outline(page);
            if (!state.staff() && !without.equals(withScripts)) {
                found.add(
                        new Finding(
                                "scripts-off", "with: " + withScripts + " without: " + without));
            }
        }
        return found;
    }

    /**
     * The checks that one look in an open tab allows: all but those of print, storage and scripts
     * off. For many pages, each once.
     *
     * @param layout whether to look at access and room, too, which both languages share
     */
    public List<Finding> look(Page tab, PageState state, boolean layout) {
        state.reach().accept(tab);
        tab.waitForLoadState();
        List<Finding> found = new ArrayList<>(Structure.check(tab, state));
        found.addAll(Wording.check(tab, state));
        if (layout) {
            found.addAll(Access.check(tab));
            found.addAll(Room.check(tab, state, WIDE, NARROW));
        }
        return found;
    }

    private static boolean isPolicy(String message) {
        return message.contains("Content Security Policy");
    }
}
