package org.hikeshi.system.pages;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** WCAG 2.2 A and AA as far as axe can tell. */
final class Access {

    private Access() {}

    static List<Finding> check(Page page) {
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(
                                rule ->
                                        new Finding(
                                                "axe",
                                                rule.getId()
                                                        + ": "
                                                        + rule.getNodes().stream()
                                                                .map(node -> node.getHtml())
                                                                .limit(3)
                                                                .toList()))
                        .toList();
    }
}
