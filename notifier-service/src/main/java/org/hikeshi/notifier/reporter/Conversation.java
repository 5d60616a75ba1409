package org.hikeshi.notifier.reporter;

import java.time.Instant;
import java.util.Optional;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.ReporterAsked;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.policy.Promises;

/** R2 and R3: a person has read it; a question. */
final class Conversation {
    private Conversation() {}

    static void confirmed(Draft draft, Matter matter) {
        Optional<Instant> told =
                matter.about().event() instanceof CaseConfirmed confirmed
                        ? Optional.ofNullable(confirmed.nextDue())
                        : Optional.empty();
        Optional<Instant> next = told.or(() -> promised(draft, matter));
        next.ifPresentOrElse(
                date -> draft.say("confirmed.sentence", draft.date(date)),
                () -> draft.say("confirmed.undated"));
    }

    static String subject(Matter matter) {
        return asksForAnswer(matter) ? "question.subject" : "question.message.subject";
    }

    private static boolean asksForAnswer(Matter matter) {
        return matter.about().event() instanceof ReporterAsked asked && asked.answerBy() != null;
    }

    static void question(Draft draft, Matter matter) {
        if (matter.owing().occasion() == Occasion.FIRST_REMINDER) {
            draft.say("question.first-reminder");
        }
        if (matter.owing().occasion() == Occasion.SECOND_REMINDER) {
            draft.say("question.second-reminder");
        }
        if (matter.about().event() instanceof ReporterAsked asked && asked.answerBy() != null) {
            draft.say("question.sentence").say("question.until", draft.date(asked.answerBy()));
        } else {
            draft.say("question.message");
        }
    }

    /** The date by which the next word after this one is promised, if the policy promises dates. */
    static Optional<Instant> promised(Draft draft, Matter matter) {
        return Promises.nextWord(draft.policy(), matter.owing().causedAt());
    }

    static void next(Draft draft, Matter matter) {
        promised(draft, matter).ifPresent(date -> draft.say("reporter.next", draft.date(date)));
    }
}
