package org.hikeshi.notifier.book;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import org.hikeshi.casefile.SeenCases;

/**
 * Which entries somebody may read, or act on: of all cases, or of those they are on or stand in on,
 * to read also those to which they took emergency access, and communications always all that went
 * to customers.
 *
 * @param staff who reads or acts
 * @param roles in which they do, as rows of a team write them
 * @param acts whether it is more than reading: emergency access is sight alone
 */
record Seeing(String staff, List<String> roles, boolean allCases, boolean customers, boolean acts) {
    private static final String COMMUNICATIONS = "communications";

    static Seeing of(SecurityIdentity who) {
        SeenCases seen = SeenCases.of(who);
        return new Seeing(
                seen.staff(), seen.roles(), seen.all(), who.hasRole(COMMUNICATIONS), false);
    }

    /** For what communications does: who stands in does it only for one of that role. */
    static Seeing acting(SecurityIdentity who) {
        SeenCases seen = SeenCases.acting(who);
        return new Seeing(
                seen.staff(),
                List.of("COMMUNICATIONS"),
                seen.all(),
                who.hasRole(COMMUNICATIONS),
                true);
    }
}
