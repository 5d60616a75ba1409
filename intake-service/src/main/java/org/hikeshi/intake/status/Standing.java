package org.hikeshi.intake.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hikeshi.intake.status.ReportFacts.Kind;
import org.hikeshi.intake.status.ReportFacts.ReportFact;
import org.hikeshi.policy.Promise;

/**
 * Where a report stands: a pure function of receipt, promises and facts, whatever order they were
 * heard in.
 *
 * @param whoseTurn who is to act next
 * @param nextUpdateDue until when the reporter hears from us, empty if nothing is open
 * @param timeline what happened, oldest first
 */
record Standing(
        Stage stage,
        Turn whoseTurn,
        Optional<Instant> nextUpdateDue,
        List<Kept> promises,
        List<Entry> timeline) {

    /** The stage words for reporters; only the first can be reached so far. */
    enum Stage {
        RECEIVED,
        CONFIRMED,
        SCORED,
        PREPARING,
        DISTRIBUTING,
        CLOSED
    }

    /** Whose turn it is. */
    enum Turn {
        DESK,
        REPORTER,
        NOBODY
    }

    /** How a promise stands. */
    enum State {
        OPEN,
        MET,
        OVERDUE
    }

    /** A promise and how it stands. */
    record Kept(Promise promise, State state) {}

    /** Something that happened. */
    record Entry(String what, Instant at) {}

    static Standing of(
            Instant receivedAt, List<Promise> promises, List<ReportFact> facts, Instant now) {
        Optional<Instant> acknowledged = earliest(facts, Kind.ACKNOWLEDGED);
        List<Kept> kept =
                promises.stream()
                        .map(promise -> new Kept(promise, state(promise, acknowledged, now)))
                        .toList();
        return new Standing(
                Stage.RECEIVED,
                Turn.DESK,
                kept.stream()
                        .filter(one -> one.state() != State.MET)
                        .map(one -> one.promise().dueAt())
                        .min(Comparator.naturalOrder()),
                kept,
                timeline(receivedAt, facts));
    }

    private static State state(Promise promise, Optional<Instant> acknowledged, Instant now) {
        boolean done = promise.clock().equals("receipt-mail") && acknowledged.isPresent();
        if (done) {
            return State.MET;
        }
        return now.isAfter(promise.dueAt()) ? State.OVERDUE : State.OPEN;
    }

    private static List<Entry> timeline(Instant receivedAt, List<ReportFact> facts) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("received", receivedAt));
        earliest(facts, Kind.ACKNOWLEDGED)
                .ifPresent(at -> entries.add(new Entry("acknowledged", at)));
        earliest(facts, Kind.ACKNOWLEDGEMENT_FAILED)
                .ifPresent(at -> entries.add(new Entry("acknowledgement-failed", at)));
        entries.sort(Comparator.comparing(Entry::at));
        return List.copyOf(entries);
    }

    private static Optional<Instant> earliest(List<ReportFact> facts, Kind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(ReportFact::at)
                .min(Comparator.naturalOrder());
    }
}
