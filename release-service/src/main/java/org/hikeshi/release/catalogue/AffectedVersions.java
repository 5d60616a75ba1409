package org.hikeshi.release.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A range as the contract of the events writes it: the constraints of a {@code vers} range without
 * its scheme ({@code >=1.0|<2.4.1}), {@code *} for all. Constraints are sorted by version; a lower
 * bound and the upper bound behind it make one interval; {@code =} or nothing is the one version.
 */
public final class AffectedVersions {

    private enum Sign {
        LESS("<"),
        LESS_OR_EQUAL("<="),
        MORE(">"),
        MORE_OR_EQUAL(">="),
        EQUAL("=");

        private final String written;

        Sign(String written) {
            this.written = written;
        }

        boolean lower() {
            return this == MORE || this == MORE_OR_EQUAL;
        }

        boolean upper() {
            return this == LESS || this == LESS_OR_EQUAL;
        }
    }

    private record Constraint(Sign sign, String version) {
        static Constraint of(String text) {
            Sign sign =
                    Arrays.stream(Sign.values())
                            .filter(s -> text.startsWith(s.written))
                            .max((a, b) -> a.written.length() - b.written.length())
                            .orElse(Sign.EQUAL);
            int from = text.startsWith(sign.written) ? sign.written.length() : 0;
            return new Constraint(sign, text.substring(from).strip());
        }

        boolean holds(String candidate) {
            int order = VersionOrder.compare(candidate, version);
            return switch (sign) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case MORE -> order > 0;
                case MORE_OR_EQUAL -> order >= 0;
                case EQUAL -> order == 0;
            };
        }
    }

    private final boolean all;
    private final List<Constraint> constraints;

    private AffectedVersions(boolean all, List<Constraint> constraints) {
        this.all = all;
        this.constraints = constraints;
    }

    /** Reads a range; what {@code VersionRange} of the events allows. */
    public static AffectedVersions of(String range) {
        if (range.equals("*")) {
            return new AffectedVersions(true, List.of());
        }
        List<Constraint> sorted = new ArrayList<>();
        for (String text : range.split("\\|", -1)) {
            sorted.add(Constraint.of(text));
        }
        sorted.sort((a, b) -> VersionOrder.compare(a.version(), b.version()));
        return new AffectedVersions(false, sorted);
    }

    /** Whether a version is inside. */
    public boolean contains(String version) {
        if (all) {
            return true;
        }
        for (int at = 0; at < constraints.size(); at++) {
            Constraint here = constraints.get(at);
            boolean inside =
                    switch (here.sign()) {
                        case EQUAL -> here.holds(version);
                        case MORE, MORE_OR_EQUAL -> here.holds(version) && below(version, at + 1);
                        case LESS, LESS_OR_EQUAL -> here.holds(version) && opens(version, at);
                    };
            if (inside) {
                return true;
            }
        }
        return false;
    }

    /** An interval opened by a lower bound ends at the next upper one, or never. */
    private boolean below(String version, int from) {
        for (Constraint next : constraints.subList(from, constraints.size())) {
            if (next.sign().upper()) {
                return next.holds(version);
            }
            if (next.sign().lower()) {
                return true;
            }
        }
        return true;
    }

    /** An upper bound with no lower one before it opens at the very first version. */
    private boolean opens(String version, int at) {
        for (int before = at - 1; before >= 0; before--) {
            if (constraints.get(before).sign().lower()) {
                return constraints.get(before).holds(version);
            }
            if (constraints.get(before).sign().upper()) {
                return false;
            }
        }
        return true;
    }
}
