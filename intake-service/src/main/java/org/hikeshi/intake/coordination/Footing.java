package org.hikeshi.intake.coordination;

import java.util.Optional;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.FixChecked;
import org.hikeshi.intake.casefact.CaseHistory;

/**
 * On which footing a reporter stands: a pure function of the facts heard, whatever their order.
 * Each act depends on one of the four states only.
 *
 * @param proposed the latest proposal, whether open or not
 * @param verdict the verdict on the remedy that is out now
 */
public record Footing(
        ProposalState proposal,
        RemedyState remedy,
        ClosureState closure,
        FeedbackState feedback,
        Optional<DisclosureDateProposed> proposed,
        Optional<FixChecked> verdict) {

    public static Footing of(CaseHistory history) {
        return new Footing(
                ProposalState.of(history),
                RemedyState.of(history),
                ClosureState.of(history),
                FeedbackState.of(history),
                ProposalState.latest(history),
                RemedyState.verdict(history));
    }

    /** Why the act is not possible now, empty if it is. */
    public Optional<Refusal> refusal(ReporterAct act) {
        return switch (act) {
            case ANSWER_DATE -> proposal.answering();
            case CHECK_FIX -> remedy.checking();
            case OBJECT -> closure.objecting();
            case GIVE_FEEDBACK -> feedback.giving();
        };
    }

    public boolean allows(ReporterAct act) {
        return refusal(act).isEmpty();
    }
}
