package org.hikeshi.intake.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductId;
import org.hikeshi.intake.casefact.CaseHistory;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.ClockRule;
import org.hikeshi.policy.Kind;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Promise;
import org.hikeshi.policy.Rhythm;
import org.hikeshi.policy.Standing;

/**
 * A promise and how it stands.
 *
 * @param clause of the policy, empty for a date set for this case alone
 * @param clock as written in policy and API
 * @param text a whole sentence per language; empty where the clock's name says it
 */
record Kept(
        String clause,
        String clock,
        Kind kind,
        Instant dueAt,
        Map<Language, String> text,
        State state) {

    /** How it stands. */
    enum State {
        OPEN,
        MET,
        LATE,
        OVERDUE,
        DROPPED
    }

    /** Deadlines that are told to reporters once they are set; the others are the house's own. */
    private static final Set<CaseClock> TOLD =
            Set.of(CaseClock.MITIGATION, CaseClock.FIX, CaseClock.PUBLICATION);

    /** What was promised at receipt, then what was promised since. */
    static List<Kept> all(Known known) {
        List<Kept> all = new ArrayList<>();
        for (Promise promise : known.promises()) {
            all.add(
                    promise.clock().equals(ClockName.PROGRESS.written())
                            ? progress(promise, known)
                            : atReceipt(promise, known));
        }
        deadlines(known).stream()
                .filter(deadline -> deadline.newDue() != null)
                .filter(deadline -> published(deadline, known))
                .map(deadline -> deadline(deadline, known))
                .distinct()
                .sorted(Comparator.comparing(Kept::dueAt))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static Kept atReceipt(Promise promise, Known known) {
        Optional<Instant> met =
                switch (promise.clock()) {
                    case "receipt-mail" -> known.toldBy(MailTemplate.RECEIPT);
                    case "confirmation", "first-action" -> known.confirmedAt();
                    case "result" -> known.resultTold();
                    default -> Optional.empty();
                };
        return of(promise, promise.dueAt(), state(promise.dueAt(), met, known));
    }

    /** Counts anew from each word of ours, and ends with the case. */
    private static Kept progress(Promise promise, Known known) {
        Rhythm rhythm = known.policy().rhythm();
        Instant due =
                known.lastWord()
                        .flatMap(word -> rhythm.term().dueAfter(word, known.policy().calendar()))
                        .orElse(promise.dueAt());
        Map<Language, String> sentences = due.equals(promise.dueAt()) ? promise.text() : Map.of();
        return new Kept(
                promise.clause(),
                promise.clock(),
                promise.kind(),
                due,
                sentences,
                state(due, Optional.empty(), known));
    }

    private static Kept of(Promise promise, Instant due, State state) {
        return new Kept(
                promise.clause(), promise.clock(), promise.kind(), due, promise.text(), state);
    }

    private record Running(CaseClock clock, Optional<ProductId> product) {}

    /** Of each clock and product the deadline in force. */
    private static List<DeadlineSet> deadlines(Known known) {
        Map<Running, DeadlineSet> inForce = new HashMap<>();
        for (DeadlineSet set : known.history().all(DeadlineSet.class)) {
            inForce.merge(
                    new Running(set.clock(), Optional.ofNullable(set.product())),
                    set,
                    (one, other) -> one.revision() >= other.revision() ? one : other);
        }
        return List.copyOf(inForce.values());
    }

    private static boolean published(DeadlineSet set, Known known) {
        return TOLD.contains(set.clock())
                && (set.reason() == DeadlineReason.INDIVIDUAL
                        || rule(set, known)
                                .filter(rule -> rule.standing() != Standing.HOUSE)
                                .isPresent());
    }

    private static Kept deadline(DeadlineSet set, Known known) {
        Instant due = java.util.Objects.requireNonNull(set.newDue());
        Optional<ClockRule> rule = rule(set, known);
        return new Kept(
                rule.map(one -> one.clause().id()).orElse(""),
                set.clock().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rule.map(ClockRule::kind).orElse(Kind.TARGET),
                due,
                Map.of(),
                state(due, met(set, known.history()), known));
    }

    private static Optional<ClockRule> rule(DeadlineSet set, Known known) {
        return known.policy().clock(ClockName.valueOf(set.clock().name()));
    }

    private static Optional<Instant> met(DeadlineSet set, CaseHistory history) {
        ProductId product = set.product();
        Optional<Instant> fixed =
                history.all(PatchReady.class).stream()
                        .filter(
                                ready ->
                                        product == null
                                                || ready.versions().stream()
                                                        .anyMatch(
                                                                one ->
                                                                        one.product()
                                                                                .equals(product)))
                        .map(PatchReady::at)
                        .min(Comparator.naturalOrder());
        return switch (set.clock()) {
            case MITIGATION ->
                    history.all(MitigationReady.class).stream()
                            .filter(one -> product == null || one.products().contains(product))
                            .map(MitigationReady::at)
                            .min(Comparator.naturalOrder())
                            .or(() -> fixed);
            case FIX -> fixed;
            default -> history.first(Disclosed.class, Disclosed::at);
        };
    }

    private static State state(Instant due, Optional<Instant> met, Known known) {
        if (met.isPresent()) {
            return met.get().isAfter(due) ? State.LATE : State.MET;
        }
        if (known.closed()) {
            return State.DROPPED;
        }
        return known.now().isAfter(due) ? State.OVERDUE : State.OPEN;
    }
}
