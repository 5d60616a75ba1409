package org.hikeshi.disclosure.advisory;

import java.util.Set;
import java.util.function.Predicate;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.policy.Role;

/**
 * Who asks.
 *
 * @param team whether the person may see a case
 */
public record Person(String id, Set<Role> roles, Predicate<CaseId> team) {

    /** Whether this advisory exists for the person; a notice without a case has no team. */
    boolean sees(Advisory advisory) {
        return !advisory.aboutCase() || team.test(advisory.caseId());
    }

    public StaffId staffId() {
        return StaffId.parse(id);
    }
}
