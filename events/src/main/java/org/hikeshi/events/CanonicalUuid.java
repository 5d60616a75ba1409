package org.hikeshi.events;

import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs in one spelling only, so that one id never has two keys (RFC 9562 §4). */
final class CanonicalUuid {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private CanonicalUuid() {}

    static UUID parse(String what, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is a UUID in lower case");
        }
        return UUID.fromString(text);
    }
}
