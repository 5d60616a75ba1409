package org.hikeshi.intake.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hikeshi.intake.conversation.MessageAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/v1/reports/{trackingCode}} says.
 *
 * @param stage the furthest reached of received, confirmed, scored, preparing, distributing, closed
 * @param steps each of the six: done, now, open or not-needed
 * @param severity null until the findings were told
 * @param whoseTurn desk, reporter or nobody
 * @param nextUpdateDue until when the reporter hears from us, null if nothing is open
 * @param proposal the latest proposed date of publication, null if there was none
 * @param closure why the case is closed, null while it is open
 * @param acts what the reporter can do: {@code possible}, or the reason why it is not now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusAnswer(
        String trackingCode,
        String stage,
        Map<String, String> steps,
        @Nullable SeverityTold severity,
        Instant receivedAt,
        String policyVersion,
        String whoseTurn,
        @Nullable Instant nextUpdateDue,
        List<PromiseState> promises,
        @Nullable Proposal proposal,
        @Nullable String closure,
        Map<String, String> acts,
        List<Happened> timeline,
        List<MessageAnswer> messages) {

    /** The severity as told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeverityTold(String level, @Nullable BigDecimal score, List<String> vectors) {}

    /**
     * A promise; {@code state} is open, met, late, overdue or dropped.
     *
     * @param clause empty for a date set for this case alone
     */
    record PromiseState(
            String clause, String clock, String kind, Instant dueAt, String text, String state) {}

    /** A proposed date; {@code state} is open, answered or over. */
    record Proposal(String proposalId, Instant date, Instant answerBy, String state) {}

    /** One entry; {@code text} is the sentence of the status page. */
    record Happened(Instant at, String what, String text) {}
}
