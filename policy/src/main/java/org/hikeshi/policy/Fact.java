package org.hikeshi.policy;

/** The facts on case-events that may oblige us to tell somebody. */
public enum Fact {
    REPORT_RECEIVED,
    CASE_CONFIRMED,
    REPORTER_ASKED,
    SCORED,
    DEADLINE_SET,
    MITIGATION_READY,
    PATCH_READY,
    OTA_STARTED,
    OTA_DISTRIBUTED,
    DISCLOSURE_DATE_PROPOSED,
    DISCLOSED,
    NOTICE_PUBLISHED,
    ADVISORY_REVISED,
    ADVISORY_WITHDRAWN,
    CASE_CLOSED,
    ESCALATED
}
