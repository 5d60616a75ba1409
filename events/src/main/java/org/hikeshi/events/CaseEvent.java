package org.hikeshi.events;

/**
 * A fact about one case, said once by the service that decides it. On the wire: CloudEvents 1.0,
 * the value being this record as JSON; the key is the id of the case the report was born in, for
 * ever.
 */
public sealed interface CaseEvent permits ReportReceived, ReporterNotified, DeliveryFailed {

    /** The case whose key this event travels under. */
    CaseId caseId();

    /** {@code org.hikeshi.<name>.v1}, the {@code ce_type}. */
    default String type() {
        return EventType.of(getClass()).ceType();
    }

    /** What it is about, the {@code ce_subject}: the report's id. */
    String subject();
}
