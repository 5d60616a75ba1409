package org.hikeshi.notifier.staff;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.Absence;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;
import org.hikeshi.notifier.telling.CaseFacts;

/**
 * What the one a letter goes to may open when it is written. Of a case that they may not, it tells
 * its number, which task or clock it is about, and until when; no severity, product, person, reason
 * or fingerprint, and no link. Such are alarms about access, whatever goes to a role of which
 * nobody is on the team, operations of whatever is about mail, and who was on the team or stood in
 * when the letter became owed and is no more.
 *
 * @param theCase whether they have a need to know of the case
 * @param theRecord whether they read the record of acts
 * @param standsIn the absence because of which alone they are told
 */
record Sight(boolean theCase, boolean theRecord, Optional<Absence> standsIn) {
    private static final Set<String> SEE_ALL = Set.of("security-office", "ciso", "auditor");

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
