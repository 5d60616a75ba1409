package org.hikeshi.intake.coordination;

import java.time.Instant;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.ProposalId;
import org.hikeshi.intake.conversation.MessageKind;
import org.jspecify.annotations.Nullable;

/** What the reporter decides. */
public sealed interface Step {

    ReporterAct act();

    /** What the words beside it are in the conversation. */
    MessageKind kind();

    /**
     * The answer to a proposed date.
     *
     * @param proposal which one; null for the open one
     * @param countered the reporter's own date; null if the proposed one is accepted
     */
    record AnswerDate(@Nullable ProposalId proposal, @Nullable Instant countered) implements Step {
        @Override
        public ReporterAct act() {
            return ReporterAct.ANSWER_DATE;
        }

        @Override
        public MessageKind kind() {
            return MessageKind.DATE_ANSWER;
        }

        DateAnswer answer() {
            return countered == null ? DateAnswer.ACCEPTED : DateAnswer.COUNTERED;
        }
    }

    /** Whether the remedy works. */
    record CheckFix(FixVerdict verdict) implements Step {
        @Override
        public ReporterAct act() {
            return ReporterAct.CHECK_FIX;
        }

        @Override
        public MessageKind kind() {
            return MessageKind.FIX_CHECK;
        }
    }

    /** No agreement to the closure. */
    record ObjectToClosure() implements Step {
        @Override
        public ReporterAct act() {
            return ReporterAct.OBJECT;
        }

        @Override
        public MessageKind kind() {
            return MessageKind.OBJECTION;
        }
    }

    /** How it was. */
    record GiveFeedback() implements Step {
        @Override
        public ReporterAct act() {
            return ReporterAct.GIVE_FEEDBACK;
        }

        @Override
        public MessageKind kind() {
            return MessageKind.FEEDBACK;
        }
    }
}
