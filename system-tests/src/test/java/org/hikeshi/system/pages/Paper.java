package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How many A4 pages a page prints to. */
final class Paper {

    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private Paper() {}

    static List<Finding> check(Page page, PageState state) {
        byte[] pdf = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        long sheets = SHEET.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
        return sheets >= 1 && sheets <= state.paper()
                ? List.of()
                : List.of(new Finding("print", sheets + " A4 pages, budget " + state.paper()));
    }
}
