package org.hikeshi.system.access;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What there is to ask for: for each kind of thing one of a case whose team everybody is on, and
 * one of a case of others.
 *
 * @param own by kind
 * @param foreign by kind
 * @param merged the foreign alias of an ended case, by kind; not of every kind
 */
public record Things(
        Map<String, String> own, Map<String, String> foreign, Map<String, String> merged) {
    /** Whose thing an address names. */
    enum Which {
        OWN,
        FOREIGN,
        /** Of a case that goes on under another. */
        MERGED,
        UNKNOWN,
        /** One digit beside a foreign one. */
        NEIGHBOUR,
        /** A foreign file at the address of the own report. */
        SMUGGLED,
        MALFORMED
    }

    /** The id, empty if there is none of that sort. */
    Optional<String> id(String kind, Which which) {
        String there = Objects.requireNonNull(foreign.get(kind), kind);
        return switch (which) {
            case OWN -> Optional.ofNullable(own.get(kind));
            case FOREIGN -> Optional.of(there);
            case MERGED -> Optional.ofNullable(merged.get(kind));
            case UNKNOWN -> Optional.of(unknown(kind));
            case NEIGHBOUR -> Optional.of(beside(there));
            case SMUGGLED ->
                    kind.equals("file") ? Optional.of(there) : Optional.ofNullable(own.get(kind));
            case MALFORMED -> Optional.of("no-id-at-all");
        };
    }

    private static String unknown(String kind) {
        return switch (kind) {
            case "number" -> "C-2020-ZZZZ";
            case "code" -> "R-0000-0000-0";
            case "controller" -> "nobody-1";
            default -> UUID.randomUUID().toString();
        };
    }

    private static String beside(String id) {
        char last = id.charAt(id.length() - 1);
        return id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
    }
}
