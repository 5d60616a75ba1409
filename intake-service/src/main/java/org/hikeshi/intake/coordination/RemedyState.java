package org.hikeshi.intake.coordination;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.intake.casefact.CaseHistory;

/** Whether there is something whose effect a reporter could check, and whether it was (A4). */
public enum RemedyState {
    /** Neither mitigation nor fix is obtainable. */
    NONE(Optional.of(Refusal.NO_REMEDY_YET)),
    /** One is, and the reporter has not said whether it works. */
    UNCHECKED(Optional.empty()),
    /** The reporter has said so; may say otherwise at any time, after closure too. */
    CHECKED(Optional.empty());

    private final Optional<Refusal> checking;

    RemedyState(Optional<Refusal> checking) {
        this.checking = checking;
    }

    /** Why it cannot be checked, empty if it can. */
    public Optional<Refusal> checking() {
        return checking;
    }

    /** When the latest remedy became obtainable. */
    static Optional<Instant> since(CaseHistory history) {
        return Stream.of(
                        history.all(MitigationReady.class).stream().map(MitigationReady::at),
                        history.all(PatchReady.class).stream().map(PatchReady::at),
                        history.all(OtaStarted.class).stream().map(OtaStarted::at),
                        history.all(OtaDistributed.class).stream().map(OtaDistributed::at))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder());
    }

    /** The verdict on the remedy that is out now. */
    static Optional<FixChecked> verdict(CaseHistory history) {
        Instant since = since(history).orElse(Instant.MAX);
        return history.all(FixChecked.class).stream()
                .filter(checked -> !checked.at().isBefore(since))
                .max(Comparator.comparing(FixChecked::at));
    }

    static RemedyState of(CaseHistory history) {
        if (since(history).isEmpty()) {
            return NONE;
        }
        return verdict(history).isPresent() ? CHECKED : UNCHECKED;
    }
}
