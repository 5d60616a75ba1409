package org.hikeshi.policy;

import static org.hikeshi.policy.Anchor.*;

import java.util.Set;

/**
 * The clocks a policy may set, numbered as the desk's practice counts them (1–25). A clock knows
 * from which facts it may start and whether a blocking question may pause it; when it stops is the
 * same under every policy and therefore not in the file.
 */
public enum ClockName {
    RECEIPT_MAIL(1, RECEIVED),
    CONFIRMATION(2, RECEIVED),
    FIRST_ACTION(3, RECEIVED),
    TIMELINE(4, VALIDATED),
    RESULT(5, RECEIVED),
    PROGRESS(6, RECEIVED),
    MITIGATION(7, RECEIVED, VALIDATED),
    FIX(8, RECEIVED, VALIDATED),
    PUBLICATION(9, REMEDY_VERIFIED, FIX_OBTAINABLE),
    ESCALATION(12, ESCALATED),
    DISTRIBUTION_NOTICE(13, DISTRIBUTION_EVENT),
    CUSTOMER_NOTICE(14, PUBLISHED),
    AUTHORITY_EXPLOITED(15, EVIDENCE_HELD),
    AUTHORITY_INCIDENT(16, AWARE),
    AGREED_DATE(17, AGREED),
    PROPOSAL_ANSWER(18, PROPOSED),
    REPORTER_ANSWER(20, ASKED),
    UPSTREAM(21, REPORTED_UPSTREAM),
    END_OF_SUPPORT(22, DATE_DECIDED),
    REVIEW(23, REVIEW_REQUESTED),
    AUDIT(25, LAST_DONE),
    FEEDBACK_REVIEW(25, LAST_DONE);

    private static final Set<ClockName> PAUSABLE = Set.of(TIMELINE, RESULT, MITIGATION, FIX);

    private final int number;
    private final Set<Anchor> anchors;

    ClockName(int number, Anchor... anchors) {
        this.number = number;
        this.anchors = Set.of(anchors);
    }

    /** The clock's number in the desk's practice. */
    public int number() {
        return number;
    }

    /** From which recorded facts this clock may start. */
    public Set<Anchor> anchors() {
        return anchors;
    }

    /** Whether a blocking question may pause it; never 1–3, 6, 9–16. */
    public boolean pausable() {
        return PAUSABLE.contains(this);
    }

    /** As written in the file and in the API: {@code first-action}. */
    public String written() {
        return Words.written(this);
    }
}
