package org.hikeshi.policy;

/** The recorded fact a clock starts from. */
public enum Anchor {
    RECEIVED,
    CONFIRMED,
    VALIDATED,
    REMEDY_VERIFIED,
    FIX_OBTAINABLE,
    DISTRIBUTION_EVENT,
    PUBLISHED,
    ASKED,
    PROPOSED,
    AGREED,
    ESCALATED,
    EVIDENCE_HELD,
    AWARE,
    REPORTED_UPSTREAM,
    REVIEW_REQUESTED,
    DATE_DECIDED,
    LAST_DONE
}
