package org.hikeshi.launcher.origin;

import java.util.regex.Pattern;

/**
 * Paths that every program reads alike. What is refused here could mean one thing to the origin and
 * another to the service: path parameters, encoded separators, empty and dot segments.
 */
final class PlainPaths {
    private static final Pattern FORBIDDEN =
            Pattern.compile(
                    "[;\\\\\"<>^`{|}#]|%(2[fF]|5[cC]|3[bB]|25|00)|//|(^|/)(\\.|%2[eE]){1,2}(/|$)|[^\\x21-\\x7e]");

    private PlainPaths() {}

    /** Judges a path as it stood on the wire, without query. */
    static boolean plain(String path) {
        return path.startsWith("/") && !FORBIDDEN.matcher(path).find();
    }
}
