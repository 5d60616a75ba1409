package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A person looked at who reported. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param by who looked
 * @param purpose what for
 * @param withinAnHour how many reporters this person looked at in the hour that ends with this,
 *     from 1
 * @param unusual whether that is more than the desk expects of one person
 * @param at when
 */
public record IdentityRead(
        CaseId caseId,
        ReportId reportId,
        StaffId by,
        IdentityPurpose purpose,
        int withinAnHour,
        boolean unusual,
        Instant at)
        implements CaseEvent {

    public IdentityRead {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(purpose, "purpose");
        Counted.fromOne(withinAnHour);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
