package org.hikeshi.events;

import java.util.Arrays;
import java.util.Optional;

/** Every type of event there is: its name on the wire, its record, and who alone may say it. */
public enum EventType {
    REPORT_RECEIVED("report-received", ReportReceived.class, "intake"),
    REPORTER_NOTIFIED("reporter-notified", ReporterNotified.class, "notifier"),
    DELIVERY_FAILED("delivery-failed", DeliveryFailed.class, "notifier");

    private final String name;
    private final Class<? extends CaseEvent> record;
    private final String speaker;

    EventType(String name, Class<? extends CaseEvent> record, String speaker) {
        this.name = name;
        this.record = record;
        this.speaker = speaker;
    }

    /** {@code org.hikeshi.<name>.v1}. */
    public String ceType() {
        return "org.hikeshi." + name + ".v1";
    }

    /** The name without prefix and version. */
    public String shortName() {
        return name;
    }

    public Class<? extends CaseEvent> record() {
        return record;
    }

    /** The one service that may say this. */
    public String speaker() {
        return speaker;
    }

    static EventType of(Class<? extends CaseEvent> record) {
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
