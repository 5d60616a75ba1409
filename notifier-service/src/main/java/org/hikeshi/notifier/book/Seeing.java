package org.hikeshi.notifier.book;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;
import org.hikeshi.casefile.CaseAccess;

/**
 * Which entries somebody may read: of all cases, or of those they are on or stand in on, and
 * communications also all that went to customers.
 *
 * @param staff who reads
 * @param roles of theirs, as rows of a team write them
 */
record Seeing(String staff, List<String> roles, boolean allCases, boolean customers) {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

    static Seeing of(SecurityIdentity who) {
        return new Seeing(
                who.getPrincipal().getName(),
                List.of(CaseAccess.roles(who)),
                who.getRoles().stream().anyMatch(SEE_ALL::contains),
                who.hasRole("communications"));
    }
}
