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
        /** What lies in the foreign thing, at the address of the own one. */
        SMUGGLED,
        /** What lies in the own thing, at the address of the foreign one. */
        ASTRAY,
        /** What never lay in the own thing, at its address. */
        VACANT,
        MALFORMED;

        /** Whether it is a question about two ids that do not belong together. */
        boolean mispaired() {
            return this == SMUGGLED || this == ASTRAY || this == VACANT;
        }
    }

    /** The id, empty if there is none of that sort. */
    Optional<String> id(String kind, Which which) {
        String there = Objects.requireNonNull(foreign.get(kind), kind);
        return switch (which) {
            case OWN, SMUGGLED, VACANT -> Optional.ofNullable(own.get(kind));
            case FOREIGN, ASTRAY -> Optional.of(there);
            case MERGED -> Optional.ofNullable(merged.get(kind));
            case UNKNOWN -> Optional.of(unknown(kind));
            case NEIGHBOUR -> Optional.of(beside(there));
            case MALFORMED -> Optional.of("no-id-at-all");
        };
    }

    /** The id of what lies within another thing: in the own, in the foreign one, or in none. */
    String within(String kind, Which which) {
        String there = Objects.requireNonNull(foreign.get(kind), kind);
        return switch (which) {
            case OWN, ASTRAY -> Objects.requireNonNull(own.get(kind), kind);
            case FOREIGN, SMUGGLED -> there;
            case NEIGHBOUR -> beside(there);
            case MERGED, UNKNOWN, VACANT -> unknown(kind);
            case MALFORMED -> kind.equals("action") ? unknown(kind) : "no-id-at-all";
        };
    }

    private static String unknown(String kind) {
        return switch (kind) {
            case "number" -> "C-2020-ZZZZ";
            case "code" -> "R-0000-0000-0";
            case "controller" -> "nobody-1";
            case "model" -> "EG-nobody";
            case "action" -> "999999999";
            default -> UUID.randomUUID().toString();
        };
    }

    private static String beside(String id) {
        char last = id.charAt(id.length() - 1);
        return id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
    }
}
