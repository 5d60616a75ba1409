package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Objects;

/**
 * The browser of the own report's finder.
 *
 * @param secrets {@code Authorization} by relation; the report's key is the one of {@code
 *     REPORTER_KEY}
 */
record ReporterSession(Knocking knocking, Map<String, String> secrets) {
    private static final String TYPED = "application/x-www-form-urlencoded";

    /** The {@code Cookie} once code and key were typed. */
    String status(KeptLine line) throws IOException {
        String code = Objects.requireNonNull(knocking.things().own().get("code"));
        String key = secrets.getOrDefault("REPORTER_KEY", "").replaceFirst("^Bearer ", "");
        Question typed =
                knocking.asking(Knocking.NOBODY, "POST", "/status")
                        .with("Content-Type", TYPED)
                        .sending("code=" + code + "&key=" + URLEncoder.encode(key, UTF_8));
        return begun(line.ask(java.util.List.of(typed)).getFirst());
    }

    /** The cookie that an answer begins. */
    static String begun(Reply reply) {
        String cookie = reply.header("set-cookie").split(";", 2)[0];
        if (reply.status() != 303 || cookie.isEmpty()) {
            throw new IllegalStateException("no session begins with " + reply.told());
        }
        return cookie;
    }
}
