package org.hikeshi.notifier.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.policy.Role;
import org.jspecify.annotations.Nullable;

/** S5: which clock, of which product, and whose it is. */
final class StaffClocks {
    private StaffClocks() {}

    /**
     * @param names public names of products by their ids
     */
    static void alarm(
            Draft draft, Owing owing, CaseFacts facts, Heard about, Map<String, String> names) {
        switch (about.event()) {
            case ClockAtRisk risk -> {
                draft.say(
                        risk.clock() == CaseClock.AGREED_DATE
                                ? "clock-alarm.at-risk.agreed-date"
                                : "clock-alarm.at-risk");
                facts(draft, facts, risk.clock(), name(risk.product(), names));
            }
            case ClockBreached breach -> {
                boolean still = owing.occasion() == Occasion.STILL;
                draft.say(still ? "clock-alarm.still" : "clock-alarm.breached");
                facts(draft, facts, breach.clock(), name(breach.product(), names));
            }
            default -> throw new IllegalArgumentException("no clock in this fact");
        }
    }

    private static void facts(
            Draft draft, CaseFacts facts, CaseClock clock, Optional<String> product) {
        String what = name(draft, clock);
        draft.fact(
                        "clock-alarm.clock",
                        product.map(name -> draft.words("clock.of", what, name)).orElse(what))
                .fact("clock-alarm.owner", owner(draft, facts, owner(clock)));
    }

    /** Which clock; not of which product. */
    static String name(Draft draft, Heard about) {
        return switch (about.event()) {
            case ClockAtRisk risk -> name(draft, risk.clock());
            case ClockBreached breach -> name(draft, breach.clock());
            default -> throw new IllegalArgumentException("no clock in this fact");
        };
    }

    private static String name(Draft draft, CaseClock clock) {
        return draft.words("clock." + StaffTasks.written(clock));
    }

    private static Optional<String> name(@Nullable ProductId product, Map<String, String> names) {
        return Optional.ofNullable(product).map(id -> names.get(id.toString()));
    }

    /** Who has to act: the role, and those of the team who hold it. */
    private static String owner(Draft draft, CaseFacts facts, Role role) {
        String name = draft.policy().roleName(role, draft.language());
        List<String> people =
                facts.all(TeamChanged.class).stream()
                        .max(Comparator.comparingInt(TeamChanged::revision))
                        .map(TeamChanged::members)
                        .orElse(List.of())
                        .stream()
                        .filter(member -> member.role().name().equals(role.name()))
                        .map(member -> member.staff().value())
                        .toList();
        return people.isEmpty() ? name : draft.words("clock.of", name, draft.row(people));
    }

    private static Role owner(CaseClock clock) {
        return switch (clock) {
            case RECEIPT_MAIL, DISTRIBUTION_NOTICE -> Role.IT_OPERATIONS;
            case MITIGATION, FIX -> Role.DEVELOPER;
            case CUSTOMER_NOTICE -> Role.COMMUNICATIONS;
            case ESCALATION, AUTHORITY_EXPLOITED, AUTHORITY_INCIDENT -> Role.CISO;
            case UPSTREAM -> Role.SUPPLY_CHAIN;
            case CONFIRMATION,
                    FIRST_ACTION,
                    TIMELINE,
                    RESULT,
                    PROGRESS,
                    PUBLICATION,
                    AGREED_DATE,
                    PROPOSAL_ANSWER,
                    REPORTER_ANSWER,
                    REVIEW,
                    UNKNOWN ->
                    Role.SECURITY_OFFICE;
        };
    }
}
