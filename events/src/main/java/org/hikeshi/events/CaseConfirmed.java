package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person has read a report and acted. Said by triage.
 *
 * @param reportId the report; also ce_subject
 * @param at when it was decided
 * @param by who decided it
 * @param nextDue when the reporter hears next, if that is known
 */
public record CaseConfirmed(
        CaseId caseId, ReportId reportId, Instant at, StaffId by, @Nullable Instant nextDue)
        implements CaseEvent {

    public CaseConfirmed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
