package org.hikeshi.events;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Every type of event there is: its name on the wire, its record, and who may say it. */
public enum EventType {
    REPORT_RECEIVED("report-received", ReportReceived.class, "intake"),
    REPORTER_NOTIFIED("reporter-notified", ReporterNotified.class, "notifier"),
    DELIVERY_FAILED("delivery-failed", DeliveryFailed.class, "notifier"),
    REPORTER_ASKED("reporter-asked", ReporterAsked.class, "intake"),
    REPORTER_REPLIED("reporter-replied", ReporterReplied.class, "intake"),
    DISCLOSURE_DATE_ANSWERED("disclosure-date-answered", DisclosureDateAnswered.class, "intake"),
    FIX_CHECKED("fix-checked", FixChecked.class, "intake"),
    FEEDBACK_GIVEN("feedback-given", FeedbackGiven.class, "intake"),
    CLOSURE_OBJECTED("closure-objected", ClosureObjected.class, "intake"),
    ACCESS_KEY_ASKED("access-key-asked", AccessKeyAsked.class, "intake"),
    IDENTITY_READ("identity-read", IdentityRead.class, "intake"),
    CASE_CONFIRMED("case-confirmed", CaseConfirmed.class, "triage"),
    TEAM_CHANGED("team-changed", TeamChanged.class, "triage"),
    GLASS_BROKEN("glass-broken", GlassBroken.class, "triage"),
    SCORED("scored", Scored.class, "triage"),
    REPORT_JOINED("report-joined", ReportJoined.class, "triage"),
    CASE_MARKED("case-marked", CaseMarked.class, "triage"),
    CASE_CLOSED("case-closed", CaseClosed.class, "triage"),
    CASE_REOPENED("case-reopened", CaseReopened.class, "triage"),
    DEADLINE_SET("deadline-set", DeadlineSet.class, "triage"),
    CLOCK_AT_RISK("clock-at-risk", ClockAtRisk.class, "triage"),
    CLOCK_BREACHED("clock-breached", ClockBreached.class, "triage"),
    ESCALATED("escalated", Escalated.class, "triage"),
    ESCALATION_DECIDED("escalation-decided", EscalationDecided.class, "triage"),
    MITIGATION_READY("mitigation-ready", MitigationReady.class, "release"),
    REMEDY_VERIFIED("remedy-verified", RemedyVerified.class, "release"),
    PATCH_READY("patch-ready", PatchReady.class, "release"),
    OTA_STARTED("ota-started", OtaStarted.class, "release"),
    OTA_HALTED("ota-halted", OtaHalted.class, "release"),
    OTA_DISTRIBUTED("ota-distributed", OtaDistributed.class, "release"),
    DISCLOSURE_DATE_PROPOSED(
            "disclosure-date-proposed", DisclosureDateProposed.class, "disclosure"),
    DISCLOSURE_PLANNED("disclosure-planned", DisclosurePlanned.class, "disclosure"),
    ADVISORY_APPROVED("advisory-approved", AdvisoryApproved.class, "disclosure"),
    NOTICE_PUBLISHED("notice-published", NoticePublished.class, "disclosure"),
    DISCLOSED("disclosed", Disclosed.class, "disclosure"),
    ADVISORY_REVISED("advisory-revised", AdvisoryRevised.class, "disclosure"),
    ADVISORY_WITHDRAWN("advisory-withdrawn", AdvisoryWithdrawn.class, "disclosure"),
    CUSTOMERS_TOLD("customers-told", CustomersTold.class, "notifier"),
    TASK_OPENED(
            "task-opened",
            TaskOpened.class,
            "intake",
            "triage",
            "release",
            "disclosure",
            "notifier"),
    TASK_CLOSED(
            "task-closed",
            TaskClosed.class,
            "intake",
            "triage",
            "release",
            "disclosure",
            "notifier"),
    EVENT_PARKED(
            "event-parked",
            EventParked.class,
            "intake",
            "triage",
            "release",
            "disclosure",
            "notifier"),
    AUDIT_ALARM(
            "audit-alarm",
            AuditAlarm.class,
            "intake",
            "triage",
            "release",
            "disclosure",
            "notifier"),
    PRODUCT_CHANGED("product-changed", ProductChanged.class, "release");

    private final String name;
    private final Class<? extends SaidEvent> record;
    private final Set<String> speakers;

    EventType(String name, Class<? extends SaidEvent> record, String... speakers) {
        this.name = name;
        this.record = record;
        this.speakers = Set.of(speakers);
    }

    /** {@code org.hikeshi.<name>.v1}. */
    public String ceType() {
        return "org.hikeshi." + name + ".v1";
    }

    /** The name without prefix and version. */
    public String shortName() {
        return name;
    }

    public Class<? extends SaidEvent> record() {
        return record;
    }

    /** The services that may say this; more than one only where each says it of its own. */
    public Set<String> speakers() {
        return speakers;
    }

    static EventType of(Class<? extends SaidEvent> record) {
        return Arrays.stream(values())
                .filter(type -> type.record == record)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(record + " has no EventType"));
    }

    /** The type with this {@code ce_type}; empty for types that are not known here. */
    public static Optional<EventType> of(String ceType) {
        return Arrays.stream(values()).filter(type -> type.ceType().equals(ceType)).findFirst();
    }
}
