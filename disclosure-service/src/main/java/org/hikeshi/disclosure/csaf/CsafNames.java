package org.hikeshi.disclosure.csaf;

import java.time.ZoneOffset;
import java.util.Locale;
import org.hikeshi.disclosure.publication.PublishedText;

/** File names of the standard (CSAF 2.0, 5.1 and 7.1.11). */
public final class CsafNames {
    /** Where everything is. */
    public static final String ROOT = "/.well-known/csaf/";

    private CsafNames() {}

    /** {@code 2026/ex-sa-2026-7k3m.json}: a folder per year of first release. */
    public static String relative(PublishedText text) {
        int year = text.publishedAt().atZone(ZoneOffset.UTC).getYear();
        String name = text.publicId().toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_");
        return year + "/" + name + ".json";
    }

    /** The path of the document below the origin. */
    public static String path(PublishedText text) {
        return ROOT + relative(text);
    }
}
