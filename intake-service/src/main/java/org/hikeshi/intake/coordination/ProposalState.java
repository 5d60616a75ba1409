package org.hikeshi.intake.coordination;

import java.util.Comparator;
import java.util.Optional;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.intake.casefact.CaseHistory;

/** How the latest proposal of a date stands for one reporter (E3.4, Z2.4). */
public enum ProposalState {
    /** No date was proposed. */
    NONE(Optional.of(Refusal.NO_PROPOSAL)),
    /** The reporter may answer; silence blocks nothing. */
    OPEN(Optional.empty()),
    /** The reporter has answered; another proposal opens anew. */
    ANSWERED(Optional.of(Refusal.PROPOSAL_ANSWERED)),
    /** The date was set, the case published or closed without an answer. */
    OVER(Optional.of(Refusal.PROPOSAL_OVER));

    private final Optional<Refusal> answering;

    ProposalState(Optional<Refusal> answering) {
        this.answering = answering;
    }

    /** Why it cannot be answered, empty if it can. */
    public Optional<Refusal> answering() {
        return answering;
    }

    static Optional<DisclosureDateProposed> latest(CaseHistory history) {
        return history.all(DisclosureDateProposed.class).stream()
                .max(
                        Comparator.comparing(DisclosureDateProposed::at)
                                .thenComparing(event -> event.proposal().toString()));
    }

    static ProposalState of(CaseHistory history) {
        Optional<DisclosureDateProposed> latest = latest(history);
        if (latest.isEmpty()) {
            return NONE;
        }
        DisclosureDateProposed proposed = latest.get();
        boolean answered =
                history.all(DisclosureDateAnswered.class).stream()
                        .anyMatch(answer -> answer.proposalId().equals(proposed.proposal()));
        if (answered) {
            return ANSWERED;
        }
        boolean planned =
                history.all(DisclosurePlanned.class).stream()
                        .anyMatch(plan -> plan.at().isAfter(proposed.at()));
        boolean ended = !history.all(Disclosed.class).isEmpty() || history.closure().isPresent();
        return planned || ended ? OVER : OPEN;
    }
}
