package org.hikeshi.notifier.staff;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.policy.ClockName;

/** The parts of staff mails that speak of what somebody has to do. */
final class StaffTasks {
    private StaffTasks() {}

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void assigned(Draft draft, Heard about, Sight sight) {
        if (about.event() instanceof TaskOpened task) {
            draft.say("assigned.task");
            draft.fact("assigned.what", name(draft, task));
        } else {
            draft.say("assigned." + place(sight));
        }
    }

    /** As what the reader came to the case. */
    static String place(Sight sight) {
        return sight.standsIn().isPresent() ? "deputy" : "team";
    }

    static void escalated(Draft draft, Owing owing, Heard about, Sight sight) {
        draft.say(owing.template() == Template.DEPUTY ? "deputy.sentence" : "escalation.sentence");
        if (sight.theCase() && about.event() instanceof Escalated escalated) {
            draft.fact(
                    "escalation.reason",
                    draft.words("escalation.reason." + written(escalated.reason())));
        }
        draft.fact("escalation.decision", draft.words("escalation.decision.asked"));
    }

    static String reply(CaseEvent event) {
        return switch (event) {
            case DisclosureDateAnswered _ -> "date";
            case FixChecked _ -> "check";
            case FeedbackGiven _ -> "feedback";
            case ClosureObjected _ -> "objection";
            default -> "message";
        };
    }

    /** What is to be checked: its page, and the fingerprint of exactly that text if it has one. */
    static void check(Draft draft, Owing owing, CaseFacts facts, Heard about, Sight sight) {
        String name = owing.template() == Template.REVIEW ? "review" : "gate";
        draft.say(name + (owing.occasion() == Occasion.VOIDED ? ".voided" : ".sentence"));
        task(facts, about)
                .ifPresent(
                        task -> {
                            draft.fact("assigned.what", name(draft, task));
                            if (sight.theCase() && task.hash() != null) {
                                draft.fact("staff.hash", fingerprint(task.hash()));
                            }
                            if (sight.theCase()) {
                                draft.fact("staff.page", draft.link(page(task)));
                            }
                        });
    }

    /** The beginning of the hash, as the page shows it. */
    private static String fingerprint(ContentHash hash) {
        return hash.value().substring(0, 4) + "-" + hash.value().substring(4, 8);
    }

    private static String page(TaskOpened task) {
        return switch (task.kind()) {
            case REVIEW_TECHNICAL, REVIEW_ADVISORY_QA, REVIEW_LEGAL, APPROVE_ADVISORY, PUBLISH ->
                    "/desk/advisories/" + task.subjectId();
            case APPROVE_TEXT,
                    REVIEW_SECURITY,
                    REVIEW_QA,
                    GATE_SIGNATURE,
                    GATE_CHANNEL,
                    SIGN_FIRMWARE,
                    RELEASE_REMEDY ->
                    "/desk/releases/" + task.subjectId();
            default -> "/desk/cases/" + task.caseId();
        };
    }

    /** What is to be done. */
    static String name(Draft draft, TaskOpened task) {
        return draft.words("task." + written(task.kind()));
    }

    static Optional<TaskOpened> task(CaseFacts facts, Heard about) {
        return switch (about.event()) {
            case TaskOpened opened -> Optional.of(opened);
            case TaskClosed closed ->
                    facts.all(TaskOpened.class).stream()
                            .filter(opened -> opened.task().equals(closed.task()))
                            .findFirst();
            default -> Optional.empty();
        };
    }

    /**
     * Until when: its own date; else, for who may know of it, the nearest one of the case, and that
     * it is the case's.
     */
    static void due(Draft draft, Owing owing, CaseFacts facts, Heard about, Sight sight) {
        Optional<Instant> own = own(draft, owing, about);
        Optional<Instant> next =
                own.isPresent() || !sight.theCase() ? own : nearest(facts, owing.causedAt());
        draft.fact(
                own.isEmpty() && next.isPresent() ? "staff.due.case" : "staff.due",
                next.map(draft::date).orElseGet(() -> draft.words("staff.due.none")));
    }

    private static Optional<Instant> own(Draft draft, Owing owing, Heard about) {
        return switch (about.event()) {
            case TaskOpened task -> Optional.ofNullable(task.due());
            case ClockAtRisk clock -> Optional.of(clock.due());
            case ClockBreached clock -> Optional.of(clock.due());
            case Escalated _ -> decision(draft, owing);
            default ->
                    owing.template() == Template.NEW_REPORT
                            ? confirmation(draft, owing)
                            : Optional.empty();
        };
    }

    /** Without a decision by then the deputy is asked. */
    private static Optional<Instant> decision(Draft draft, Owing owing) {
        return draft.policy()
                .escalation()
                .flatMap(
                        rule ->
                                rule.deputyAfter()
                                        .dueAfter(owing.causedAt(), draft.policy().calendar()));
    }

    private static Optional<Instant> confirmation(Draft draft, Owing owing) {
        return draft.policy()
                .clock(ClockName.CONFIRMATION)
                .flatMap(
                        rule ->
                                rule.unscored()
                                        .within()
                                        .dueAfter(owing.causedAt(), draft.policy().calendar()));
    }

    private static Optional<Instant> nearest(CaseFacts facts, Instant after) {
        return facts.deadlines().values().stream()
                .flatMap(set -> Optional.ofNullable(set.newDue()).stream())
                .filter(due -> due.isAfter(after))
                .min(Comparator.naturalOrder());
    }
}
