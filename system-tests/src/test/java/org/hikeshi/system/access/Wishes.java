package org.hikeshi.system.access;

import static java.util.stream.Collectors.joining;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** What somebody would like to set who may not, in each way in which a request says something. */
final class Wishes {
    static final String BOUNDARY = "knock";

    private static final String ID = "0d1e5f00-2b52-4c36-8a7e-5a5a0a3e9c11";

    private static final String MARK = "(wished)";

    private static final JsonObject ALL =
            new JsonObject()
                    .put("__unknown", "x")
                    .put("id", ID)
                    .put("caseId", ID)
                    .put("role", "ciso")
                    .put("staff", "ciso")
                    .put("state", "published")
                    .put("severity", "critical")
                    .put("approved", "true")
                    .put("receivedAt", "2001-01-01T00:00:00Z");

    private Wishes() {}

    /** The first is a name that is no field anywhere. */
    static List<String> names() {
        return List.copyOf(ALL.fieldNames());
    }

    static JsonObject one(String name) {
        return new JsonObject().put(name, ALL.getValue(name));
    }

    /** An object with all wishes beside what it says. */
    static JsonObject beside(JsonObject said) {
        return ALL.copy().mergeIn(said);
    }

    /** As a form or a query says them. */
    static String pairs() {
        return ALL.stream()
                .map(wish -> wish.getKey() + "=" + wish.getValue())
                .collect(joining("&"));
    }

    private static String parts() {
        return ALL.stream()
                .map(wish -> part(wish.getKey(), String.valueOf(wish.getValue())))
                .collect(joining());
    }

    static String part(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value);
    }

    static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    /** A multipart body with all wishes at its end. */
    static String wished(String multipart) {
        return multipart.replace(end(), "") + parts() + end();
    }

    /**
     * With a mark for each wish that nobody but the wisher can have said, that no masking hides.
     */
    static String marked(String text) {
        return text.replace(ID, MARK)
                .replace("__unknown", MARK)
                .replaceAll("2001-01-01T00:00[0-9:.]*Z?", MARK);
    }

    /** Whether such a wish stands there. */
    static boolean cameTrueIn(String text) {
        return marked(text).contains(MARK);
    }
}
