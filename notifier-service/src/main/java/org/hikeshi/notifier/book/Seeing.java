package org.hikeshi.notifier.book;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Set;

/**
 * Which entries somebody may read: of all cases, or of those they are on, and communications also
 * all that went to customers.
 *
 * @param staff who reads
 */
record Seeing(String staff, boolean allCases, boolean customers) {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

    static Seeing of(SecurityIdentity who) {
        return new Seeing(
                who.getPrincipal().getName(),
                who.getRoles().stream().anyMatch(SEE_ALL::contains),
                who.hasRole("communications"));
    }
}
