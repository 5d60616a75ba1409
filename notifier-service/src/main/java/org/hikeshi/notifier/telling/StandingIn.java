package org.hikeshi.notifier.telling;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;

/**
 * What is told to who stands in for somebody of the team: that it has begun, and, while it lasts,
 * what the absent one is told. Alarms about access go by role and to nobody's deputy.
 */
final class StandingIn {
    private final CaseFacts facts;
    private final People people;

    StandingIn(CaseFacts facts, People people) {
        this.facts = facts;
        this.people = people;
    }

    /** The same mail to the deputy, if the one it is for was away when it became owed. */
    Stream<Due> also(Due due, CaseEvent about) {
        if (due.template() == Template.ACCESS
                || !(due.recipient() instanceof Recipient.Person(String staff))) {
            return Stream.empty();
        }
        return facts.team().stream()
                .flatMap(team -> team.away().stream())
                .filter(away -> away.staff().value().equals(staff) && away.covers(due.at()))
                .flatMap(away -> deputy(away, due.at()).stream())
                .filter(deputy -> !(about instanceof TaskOpened task && deputy.equals(task.by())))
                .map(deputy -> due.to(new Recipient.Person(deputy.value())));
    }

    /** S2 to each deputy who is not on the team anyway, when it begins. */
    Stream<Due> begun(KnownReport first) {
        return facts.heard().stream()
                .filter(heard -> facts.team().filter(heard.event()::equals).isPresent())
                .limit(1)
                .flatMap(
                        heard ->
                                ((TeamChanged) heard.event())
                                        .away().stream()
                                                .flatMap(away -> begun(first, heard, away)));
    }

    private Stream<Due> begun(KnownReport first, Heard heard, Absence away) {
        Instant at = heard.at().isAfter(away.from()) ? heard.at() : away.from();
        return deputy(away, at).stream()
                .filter(deputy -> facts.team().stream().noneMatch(t -> isOn(t, deputy)))
                .map(
                        deputy ->
                                Due.about(
                                        first,
                                        Template.ASSIGNED,
                                        new Recipient.Person(deputy.value()),
                                        heard,
                                        Due.cause(
                                                first.report().caseId().value(),
                                                Occasion.EVENT,
                                                deputy,
                                                away.staff(),
                                                away.from()),
                                        Occasion.EVENT,
                                        at));
    }

    private static boolean isOn(TeamChanged team, StaffId staff) {
        return team.rolesOf(staff).findAny().isPresent();
    }

    /** Empty if they hold no role that the absent one has on the team. */
    private Optional<StaffId> deputy(Absence away, Instant at) {
        return Optional.ofNullable(away.deputy())
                .filter(deputy -> away.covers(at) && !deputy.equals(away.staff()))
                .filter(
                        deputy ->
                                facts.team()
                                        .filter(t -> t.hasOneOf(away.staff(), roles(deputy)))
                                        .isPresent());
    }

    private Set<String> roles(StaffId staff) {
        return people.find(staff.value()).map(Colleague::roles).orElse(Set.of());
    }
}
