package org.hikeshi.disclosure.advisory;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.policy.Role;

/**
 * Who asks.
 *
 * @param roles all they hold
 * @param team whether the person may see a case
 * @param standsInFor for whom they are on a case, being there for nothing else: where two people
 *     are needed they count as one with these
 * @param rolesOn those in which they act on a case: of a deputy not all
 */
public record Person(
        String id,
        Set<Role> roles,
        Predicate<CaseId> team,
        Function<CaseId, Set<String>> standsInFor,
        Function<CaseId, Set<Role>> rolesOn) {
    private static final CaseId NOBODYS = new CaseId(new UUID(0, 0));

    /** Somebody who stands in for nobody. */
    public Person(String id, Set<Role> roles, Predicate<CaseId> team) {
        this(id, roles, team, _ -> Set.of(), _ -> roles);
    }

    /** The roles in which they act on an advisory; on a notice without a case in all. */
    public Set<Role> rolesOn(Advisory advisory) {
        return advisory.aboutCase() ? rolesOn.apply(advisory.caseId()) : roles;
    }

    /** For whom they stand in when they write in an advisory. */
    Set<String> standsInFor(Advisory advisory) {
        return advisory.aboutCase() ? standsInFor.apply(advisory.caseId()) : Set.of();
    }

    /** Whether one of these is the person, or counts as one with them. */
    public boolean isAmong(Set<String> people, Advisory advisory) {
        return people.contains(id) || standsInFor(advisory).stream().anyMatch(people::contains);
    }

    /** The advisory, if it exists for the person. */
    Optional<Advisory> seen(Optional<Advisory> there) {
        boolean sees = sees(there.map(one -> new Advisories.About(one.caseId(), one.aboutCase())));
        return there.filter(_ -> sees);
    }

    /**
     * Whether it is there and the person may see it; a notice without a case has no team. The team
     * is asked for whatever is there, so that the time of the answer does not tell.
     */
    boolean sees(Optional<Advisories.About> there) {
        boolean member = team.test(there.map(Advisories.About::caseId).orElse(NOBODYS));
        return there.filter(about -> member || !about.aCase()).isPresent();
    }

    public StaffId staffId() {
        return StaffId.parse(id);
    }
}
