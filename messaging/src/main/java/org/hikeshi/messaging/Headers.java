package org.hikeshi.messaging;

/** Header names of CloudEvents 1.0 in Kafka's binary mode, and what we add to them. */
final class Headers {
    static final String CONTENT_TYPE = "content-type";
    static final String SPECVERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String PARTITION_KEY = "ce_partitionkey";
    static final String CORRELATION_ID = "ce_correlationid";
    static final String CAUSATION_ID = "ce_causationid";
    static final String KEY_ID = "ce_keyid";
    static final String SIGNATURE = "ce_signature";
    static final String TRACE_PARENT = "traceparent";

    static final String JSON = "application/json";

    private Headers() {}
}
