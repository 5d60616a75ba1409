package org.hikeshi.system.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** What a page leaves behind in the browser. */
final class Traces {

    private static final String STORED =
            """
            async () => [...Object.keys(localStorage).map(k => 'localStorage ' + k),
              ...Object.keys(sessionStorage).map(k => 'sessionStorage ' + k),
              ...(await indexedDB.databases()).map(d => 'indexedDB ' + d.name)]
            """;

    private Traces() {}

    static List<Finding> check(Page page, PageState state) {
        return Structure.strings(page, STORED).stream()
                .map(saw -> new Finding("storage", saw))
                .toList();
    }
}
