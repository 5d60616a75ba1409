package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One page in one state and language, and what is expected of it.
 *
 * @param name for messages: "report, ja, error"
 * @param language BCP 47 tag the page must speak
 * @param reach opens the page and brings it into its state; run several times in fresh profiles,
 *     with and without scripts
 * @param titlePattern regular expression the whole title must match
 * @param paper most A4 pages it may print to
 * @param staff staff pages may have 24 px targets and load scripts
 * @param secrets words planted by the test; none may stand in title or address
 */
public record PageState(
        String name,
        String language,
        Consumer<Page> reach,
        String titlePattern,
        int paper,
        boolean staff,
        Set<String> secrets) {

    private static final List<String> PUBLIC_TITLES =
            List.of("(エラー: )?.+ – .+ 製品セキュリティ窓口", "(Error: )?.+ – .+ product security desk");

    public static PageState of(String name, String language, Consumer<Page> reach) {
        String title = PUBLIC_TITLES.get(language.equals("ja") ? 0 : 1);
        return new PageState(name, language, reach, title, 2, false, Set.of());
    }

    /** A page at an address that a plain GET brings into its state. */
    public static PageState at(String address, String language) {
        return of(address + ", " + language, language, page -> page.navigate(address));
    }

    public PageState printingTo(int pages) {
        return new PageState(name, language, reach, titlePattern, pages, staff, secrets);
    }

    public PageState forStaff() {
        return new PageState(name, language, reach, ".+ – Hikeshi", paper, true, secrets);
    }

    public PageState withSecrets(Set<String> planted) {
        return new PageState(name, language, reach, titlePattern, paper, staff, planted);
    }
}
