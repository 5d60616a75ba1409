package org.hikeshi.notifier.staff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.ProductId;
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
            Draft draft,
            Owing owing,
            CaseFacts facts,
            Heard about,
            Sight sight,
            Map<String, String> names) {
        Function<@Nullable ProductId, Optional<String>> named =
                product -> sight.theCase() ? name(product, names) : Optional.empty();
        switch (about.event()) {
            case ClockAtRisk risk -> {
                draft.say(
                        risk.clock() == CaseClock.AGREED_DATE
                                ? "clock-alarm.at-risk.agreed-date"
                                : "clock-alarm.at-risk");
                facts(
                        draft,
                        risk.clock(),
                        named.apply(risk.product()),
                        owners(facts, sight, risk.clock()));
            }
            case ClockBreached breach -> {
                boolean still = owing.occasion() == Occasion.STILL;
                draft.say(still ? "clock-alarm.still" : "clock-alarm.breached");
                facts(
                        draft,
                        breach.clock(),
                        named.apply(breach.product()),
                        owners(facts, sight, breach.clock()));
            }
            default -> throw new IllegalArgumentException("no clock in this fact");
        }
    }

    private static void facts(
            Draft draft, CaseClock clock, Optional<String> product, List<String> owners) {
        String what = name(draft, clock);
        draft.fact(
                        "clock-alarm.clock",
                        product.map(name -> draft.words("clock.of", what, name)).orElse(what))
                .fact("clock-alarm.owner", owner(draft, owner(clock), owners));
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
    private static String owner(Draft draft, Role role, List<String> people) {
        String name = draft.policy().roleName(role, draft.language());
        return people.isEmpty() ? name : draft.words("clock.of", name, draft.row(people));
    }

    /** Those of the team who have to act, for who may know who is on it. */
    private static List<String> owners(CaseFacts facts, Sight sight, CaseClock clock) {
        String role = owner(clock).name();
        return facts.team().filter(_ -> sight.theCase()).stream()
                .flatMap(team -> team.members().stream())
                .filter(member -> member.role().name().equals(role))
                .map(member -> member.staff().value())
                .toList();
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
