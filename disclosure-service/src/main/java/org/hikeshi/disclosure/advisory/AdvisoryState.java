package org.hikeshi.disclosure.advisory;

import static org.hikeshi.disclosure.advisory.AdvisoryAction.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an advisory or notice stands. Nobody sets it: it is computed from what is on record about
 * the present text ({@link Standing}), so an edit after approval is a draft again by itself.
 */
public enum AdvisoryState {
    /** Something is missing; nobody is asked yet. */
    DRAFT(READ, EDIT, HOLD, RELEASE, SET_DATE, MOVE_DATE),
    /** Complete; the reviews of the policy are asked for. */
    IN_REVIEW(
            READ,
            EDIT,
            HOLD,
            RELEASE,
            SET_DATE,
            MOVE_DATE,
            REVIEW_TECHNICAL,
            REVIEW_QA,
            REVIEW_LEGAL),
    /** All reviews say yes to exactly this text. */
    REVIEWED(
            READ,
            EDIT,
            HOLD,
            RELEASE,
            SET_DATE,
            MOVE_DATE,
            REVIEW_TECHNICAL,
            REVIEW_QA,
            REVIEW_LEGAL,
            APPROVE),
    /** The approver said yes to exactly this text: it goes out when due. */
    APPROVED(READ, EDIT, HOLD, RELEASE, SET_DATE, MOVE_DATE, PUBLISH),
    /** Exactly this text is public; editing begins a revision. */
    PUBLISHED(READ, EDIT, WITHDRAW),
    /** Taken back; the page stays, marked, with the reason. */
    WITHDRAWN(READ);

    private final Set<AdvisoryAction> allowed;

    AdvisoryState(AdvisoryAction... allowed) {
        this.allowed = EnumSet.noneOf(AdvisoryAction.class);
        this.allowed.addAll(Set.of(allowed));
    }

    public boolean allows(AdvisoryAction action) {
        return allowed.contains(action);
    }

    /** Computes the state. */
    public static AdvisoryState of(Standing standing) {
        if (standing.withdrawn()) {
            return WITHDRAWN;
        }
        if (standing.publishedIsThis()) {
            return PUBLISHED;
        }
        if (!standing.complete()) {
            return DRAFT;
        }
        if (standing.approvedIsThis()) {
            return APPROVED;
        }
        return standing.accepted().containsAll(standing.asked()) ? REVIEWED : IN_REVIEW;
    }
}
