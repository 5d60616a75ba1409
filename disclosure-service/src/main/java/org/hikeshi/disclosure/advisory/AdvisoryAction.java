package org.hikeshi.disclosure.advisory;

import java.util.Optional;
import org.hikeshi.policy.Reviewing;

/** What a person may want to do with an advisory. */
public enum AdvisoryAction {
    READ,
    EDIT,
    REVIEW_TECHNICAL,
    REVIEW_QA,
    REVIEW_LEGAL,
    APPROVE,
    SET_DATE,
    MOVE_DATE,
    HOLD,
    RELEASE,
    PUBLISH,
    WITHDRAW;

    /** Judging a text: never by a person who wrote in it. */
    boolean judges() {
        return this == APPROVE || review().isPresent();
    }

    Optional<Reviewing> review() {
        return switch (this) {
            case REVIEW_TECHNICAL -> Optional.of(Reviewing.TECHNICAL);
            case REVIEW_QA -> Optional.of(Reviewing.QA);
            case REVIEW_LEGAL -> Optional.of(Reviewing.LEGAL);
            case READ, EDIT, APPROVE, SET_DATE, MOVE_DATE, HOLD, RELEASE, PUBLISH, WITHDRAW ->
                    Optional.empty();
        };
    }

    /** To judge a text so. */
    public static AdvisoryAction of(Reviewing review) {
        return switch (review) {
            case TECHNICAL -> REVIEW_TECHNICAL;
            case QA -> REVIEW_QA;
            case LEGAL -> REVIEW_LEGAL;
        };
    }
}
