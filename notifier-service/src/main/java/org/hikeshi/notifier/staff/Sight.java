package org.hikeshi.notifier.staff;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.Absence;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;
import org.hikeshi.notifier.telling.CaseFacts;

/**
 * What the one a letter goes to may open; of what they may not, it says no severity and holds no
 * link. Alarms about access go to people who have no need to know of the case; every other letter
 * goes to whoever is to act on it, or stood in for them when it became owed.
 *
 * @param theCase whether they have a need to know of the case
 * @param theRecord whether they read the record of acts
 * @param standsIn the absence because of which alone they are told
 */
record Sight(boolean theCase, boolean theRecord, Optional<Absence> standsIn) {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

    /**
     * In a letter of this kind: whoever is to act sees the case, but who was told only as a deputy
     * sees it as long as they are one, however late the letter is written.
     */
    Sight in(Template template) {
        return template == Template.ACCESS || standsIn.isPresent()
                ? this
                : new Sight(true, theRecord, standsIn);
    }

    /**
     * @param told when what the letter is about became true
     * @param now when it is written
     */
    static Sight of(
            Recipient recipient, People people, CaseFacts facts, Instant told, Instant now) {
        if (!(recipient instanceof Recipient.Person(String staff))) {
            return new Sight(false, false, Optional.empty());
        }
        Set<String> roles = people.find(staff).map(Colleague::roles).orElse(Set.of());
        boolean all = !Collections.disjoint(roles, SEE_ALL);
        Optional<TeamChanged> team = facts.team();
        boolean member =
                team.stream()
                        .flatMap(one -> one.members().stream())
                        .anyMatch(one -> one.staff().value().equals(staff));
        return new Sight(
                all || member || team.flatMap(one -> one.standsIn(staff, roles, now)).isPresent(),
                all,
                member || all
                        ? Optional.empty()
                        : team.flatMap(one -> one.standsIn(staff, roles, told)));
    }
}
