package org.hikeshi.disclosure.advisory;

import java.util.Optional;

/** Why an attempt may not go on. */
public final class Judgement {
    private Judgement() {}

    /**
     * Absent before stale before refused: whoever may not know of it learns nothing from the order.
     *
     * @param known the hash the person last saw; empty if the request did not say
     */
    public static Optional<Result> refusal(
            Optional<Dossier> open, AdvisoryAction action, Person person, Optional<String> known) {
        if (open.isEmpty()) {
            return Optional.of(new Result.Absent());
        }
        Dossier dossier = open.get();
        Advisory advisory = dossier.advisory();
        Verdict verdict = dossier.judge(action, person);
        if (verdict instanceof Verdict.Absent) {
            return Optional.of(new Result.Absent());
        }
        if (known.isPresent() && !known.get().equals(advisory.hash().value())) {
            return Optional.of(new Result.Stale(advisory.editedBy(), advisory.editedAt()));
        }
        if (!(verdict instanceof Verdict.Refused(String reason))) {
            return Optional.empty();
        }
        boolean unfit = reason.equals("incomplete") && !dossier.faults().isEmpty();
        return Optional.of(unfit ? new Result.Unfit(dossier.faults()) : new Result.Refused(reason));
    }
}
