package org.hikeshi.web.signin;

import java.util.regex.Pattern;

/** Where a person wanted to go before signing in: an address of this house or none. */
final class LocalPath {

    static final String DESK = "/desk";

    private static final int LONGEST = 1000;

    /* One slash, then no second and no backslash: browsers read "//host" and "/\host" as hosts. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private LocalPath() {}

    /** The path and query given, if they stay in this house and are no sign-in; else the desk. */
    static String orDesk(String wanted) {
        boolean local =
                wanted.length() <= LONGEST
                        && LOCAL.matcher(wanted).matches()
                        && !wanted.startsWith("/sign-");
        return local ? wanted : DESK;
    }
}
