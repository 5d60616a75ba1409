package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A date of publication was proposed to the reporters. Said by disclosure.
 *
 * @param proposal the proposal; also ce_subject
 * @param date the date
 * @param answerBy until when an answer counts; silence is no consent
 * @param at when it was decided
 */
public record DisclosureDateProposed(
        CaseId caseId, ProposalId proposal, Instant date, Instant answerBy, Instant at)
        implements CaseEvent {

    public DisclosureDateProposed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(answerBy, "answerBy");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
