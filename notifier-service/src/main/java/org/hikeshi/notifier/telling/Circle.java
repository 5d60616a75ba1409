package org.hikeshi.notifier.telling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;
import org.jspecify.annotations.Nullable;

/**
 * Who of the house is told about a case. Office, CISO, operations and auditors are told by role; of
 * the other roles only those on its team are told, once it has a team with somebody in that role.
 * Until then all of the role are told that something waits, in letters that say nothing of the
 * case: told to nobody would be worse.
 */
final class Circle {
    private static final Set<String> NEED_TO_KNOW =
            Set.of("developer", "qa", "legal", "communications", "supply-chain");

    private final CaseFacts facts;
    private final People people;

    Circle(CaseFacts facts, People people) {
        this.facts = facts;
        this.people = people;
    }

    /** {@code SECURITY_OFFICE} as people and files write it. */
    static String written(Enum<?> role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Those of a role.
     *
     * @param except who did the act; if nobody else holds the role, nobody is told
     */
    List<Recipient> of(String role, @Nullable StaffId except) {
        List<String> holders = holders(role);
        if (holders.isEmpty()) {
            return List.of(new Recipient.Vacancy(role));
        }
        return holders.stream()
                .filter(id -> except == null || !id.equals(except.value()))
                .<Recipient>map(Recipient.Person::new)
                .toList();
    }

    private List<String> holders(String role) {
        if (NEED_TO_KNOW.contains(role)) {
            List<String> onTheTeam =
                    team().filter(member -> written(member.role()).equals(role))
                            .map(member -> member.staff().value())
                            .toList();
            if (!onTheTeam.isEmpty()) {
                return onTheTeam;
            }
        }
        return people.holding(role).stream().map(Colleague::id).toList();
    }

    private Stream<TeamMember> team() {
        return facts.team().stream().flatMap(team -> team.members().stream());
    }

    /** With the fact that first named each of them. */
    Map<StaffId, Heard> everOnTheTeam() {
        Map<StaffId, Heard> all = new LinkedHashMap<>();
        for (Heard heard : facts.heard()) {
            if (heard.event() instanceof TeamChanged team) {
                team.members().forEach(member -> all.putIfAbsent(member.staff(), heard));
            }
        }
        return all;
    }

    List<Recipient> deputiesOf(String role) {
        return people.deputiesOf(role).stream()
                .<Recipient>map(one -> new Recipient.Person(one.id()))
                .toList();
    }

    /** Who is warned that a clock runs short. */
    List<Recipient> warned(CaseClock clock) {
        return each(
                switch (clock) {
                    case RECEIPT_MAIL, DISTRIBUTION_NOTICE -> List.of("it-operations");
                    case MITIGATION -> List.of("developer", "security-office");
                    case FIX -> List.of("developer", "qa", "security-office");
                    case PUBLICATION ->
                            List.of("ciso", "security-office", "communications", "legal");
                    case CUSTOMER_NOTICE -> List.of("communications");
                    case AGREED_DATE -> List.of("security-office", "communications");
                    case AUTHORITY_EXPLOITED, AUTHORITY_INCIDENT ->
                            List.of("ciso", "legal", "security-office");
                    case ESCALATION -> List.of("ciso");
                    case CONFIRMATION,
                            FIRST_ACTION,
                            TIMELINE,
                            RESULT,
                            PROGRESS,
                            PROPOSAL_ANSWER,
                            REPORTER_ANSWER,
                            UPSTREAM,
                            REVIEW,
                            UNKNOWN ->
                            List.of("security-office");
                });
    }

    /** Who is told that a clock has run out: those warned before, and who answers for it. */
    List<Recipient> alarmed(CaseClock clock) {
        List<String> more =
                switch (clock) {
                    case RECEIPT_MAIL, CUSTOMER_NOTICE -> List.of("security-office");
                    case CONFIRMATION, FIRST_ACTION, MITIGATION, FIX, PUBLICATION, AGREED_DATE ->
                            List.of("ciso");
                    case DISTRIBUTION_NOTICE -> List.of("communications");
                    case ESCALATION -> List.of("security-office");
                    case TIMELINE,
                            RESULT,
                            PROGRESS,
                            PROPOSAL_ANSWER,
                            REPORTER_ANSWER,
                            UPSTREAM,
                            REVIEW,
                            AUTHORITY_EXPLOITED,
                            AUTHORITY_INCIDENT,
                            UNKNOWN ->
                            List.of();
                };
        List<Recipient> all = new ArrayList<>(warned(clock));
        all.addAll(each(more));
        return all.stream().distinct().toList();
    }

    private List<Recipient> each(List<String> roles) {
        return new LinkedHashSet<>(roles)
                .stream().flatMap(role -> of(role, null).stream()).distinct().toList();
    }
}
