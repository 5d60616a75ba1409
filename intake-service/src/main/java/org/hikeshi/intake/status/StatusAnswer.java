package org.hikeshi.intake.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /api/v1/reports/{trackingCode}} says.
 *
 * @param stage one of received, confirmed, scored, preparing, distributing, closed
 * @param whoseTurn desk, reporter or nobody
 * @param nextUpdateDue until when the reporter hears from us, null if nothing is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StatusAnswer(
        String trackingCode,
        String stage,
        Instant receivedAt,
        String policyVersion,
        String whoseTurn,
        @Nullable Instant nextUpdateDue,
        List<PromiseState> promises,
        List<Happened> timeline,
        List<Object> messages) {

    /** A promise; {@code state} is open, met or overdue. */
    record PromiseState(
            String clause, String clock, String kind, Instant dueAt, String text, String state) {}

    /** One entry; {@code text} is the sentence of the status page. */
    record Happened(Instant at, String what, String text) {}
}
