package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What came back. */
record Reply(int status, List<String> headers, byte[] body) {
    /**
     * Told to whoever may not: nothing, or how to sign in. 405, 406 and 415 come before the right,
     * 403 is told to pages of others, 429 to whoever guesses.
     */
    private static final Set<Integer> REFUSALS =
            Set.of(400, 401, 403, 404, 405, 406, 415, 421, 429);

    /** Empty if it is not there. */
    String header(String name) {
        String begin = name + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(begin))
                .map(line -> line.substring(begin.length()).strip())
                .findFirst()
                .orElse("");
    }

    boolean toSignIn() {
        return status == 303 && header("location").contains("/sign-in");
    }

    /** Nobody got anything. */
    boolean refuses() {
        return REFUSALS.contains(status) || toSignIn();
    }

    /** The answer without what differs from one moment, or one question, to the next. */
    String told() {
        String lines =
                headers.stream()
                        .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("date:"))
                        .map(line -> line.startsWith("set-cookie: ") ? "set-cookie" : line)
                        .map(line -> toSignIn() ? line.replaceAll("\\?to=.*", "") : line)
                        .sorted()
                        .toList()
                        .toString();
        return status + " " + lines + " " + text();
    }

    /** The same, however the framework spells the names of headers and the charset. */
    String said() {
        return headers.stream()
                        .map(line -> line.split(":", 2))
                        .filter(line -> !line[0].equalsIgnoreCase("date"))
                        .filter(line -> !line[0].equalsIgnoreCase("set-cookie"))
                        .map(line -> line[0].toLowerCase(Locale.ROOT) + ":" + line[1])
                        .map(line -> line.replaceAll("(?i);\\s*charset=utf-8", ""))
                        .sorted()
                        .toList()
                + " "
                + status
                + " "
                + text();
    }

    /** Header lines that the other has otherwise, for whoever must find out why. */
    List<String> unlike(Reply other) {
        return headers.stream()
                .filter(line -> !other.headers.contains(line))
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("date:"))
                .toList();
    }

    String text() {
        return new String(body, UTF_8);
    }
}
