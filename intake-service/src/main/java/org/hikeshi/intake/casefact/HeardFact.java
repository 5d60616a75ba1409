package org.hikeshi.intake.casefact;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.EventType;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReporterAsked;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.ReporterReplied;

/** The facts that are kept, and which report they are about if they are about one. */
enum HeardFact {
    NOTIFIED(EventType.REPORTER_NOTIFIED, ReporterNotified.class, ReporterNotified::reportId),
    DELIVERY_FAILED(EventType.DELIVERY_FAILED, DeliveryFailed.class, DeliveryFailed::reportId),
    CONFIRMED(EventType.CASE_CONFIRMED, CaseConfirmed.class, CaseConfirmed::reportId),
    JOINED(EventType.REPORT_JOINED, ReportJoined.class, ReportJoined::reportId),
    SCORED(EventType.SCORED),
    CLOSED(EventType.CASE_CLOSED),
    REOPENED(EventType.CASE_REOPENED),
    DEADLINE_SET(EventType.DEADLINE_SET),
    MITIGATION_READY(EventType.MITIGATION_READY),
    PATCH_READY(EventType.PATCH_READY),
    OTA_STARTED(EventType.OTA_STARTED),
    OTA_DISTRIBUTED(EventType.OTA_DISTRIBUTED),
    DATE_PROPOSED(EventType.DISCLOSURE_DATE_PROPOSED),
    DISCLOSURE_PLANNED(EventType.DISCLOSURE_PLANNED),
    NOTICE_PUBLISHED(EventType.NOTICE_PUBLISHED),
    DISCLOSED(EventType.DISCLOSED),
    REVISED(EventType.ADVISORY_REVISED),
    WITHDRAWN(EventType.ADVISORY_WITHDRAWN),
    ASKED(EventType.REPORTER_ASKED, ReporterAsked.class, ReporterAsked::reportId),
    REPLIED(EventType.REPORTER_REPLIED, ReporterReplied.class, ReporterReplied::reportId),
    DATE_ANSWERED(
            EventType.DISCLOSURE_DATE_ANSWERED,
            DisclosureDateAnswered.class,
            DisclosureDateAnswered::reportId),
    FIX_CHECKED(EventType.FIX_CHECKED, FixChecked.class, FixChecked::reportId),
    OBJECTED(EventType.CLOSURE_OBJECTED, ClosureObjected.class, ClosureObjected::reportId),
    FEEDBACK(EventType.FEEDBACK_GIVEN, FeedbackGiven.class, FeedbackGiven::reportId);

    private final EventType type;
    private final Function<CaseEvent, Optional<ReportId>> report;

    HeardFact(EventType type) {
        this.type = type;
        this.report = event -> Optional.empty();
    }

    <E extends CaseEvent> HeardFact(EventType type, Class<E> record, Function<E, ReportId> report) {
        this.type = type;
        this.report = event -> Optional.of(report.apply(record.cast(event)));
    }

    String ceType() {
        return type.ceType();
    }

    /** Whether another service says it; the rest intake says and files itself. */
    boolean fromElsewhere() {
        return !type.speakers().contains("intake");
    }

    static Optional<ReportId> reportOf(CaseEvent event) {
        return Arrays.stream(values())
                .filter(fact -> fact.ceType().equals(event.type()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(event.type() + " is not kept"))
                .report
                .apply(event);
    }
}
