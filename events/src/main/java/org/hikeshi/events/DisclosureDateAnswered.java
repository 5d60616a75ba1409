package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reporter answered a proposed date of publication. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param proposalId which proposal
 * @param answer the answer
 * @param countered the date wished instead, if one was
 * @param at when it was decided
 */
public record DisclosureDateAnswered(
        CaseId caseId,
        ReportId reportId,
        ProposalId proposalId,
        DateAnswer answer,
        @Nullable Instant countered,
        Instant at)
        implements CaseEvent {

    public DisclosureDateAnswered {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(proposalId, "proposalId");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
