package org.hikeshi.intake.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.intake.conversation.MessageKind;
import org.hikeshi.intake.coordination.Footing;
import org.hikeshi.intake.coordination.ProposalState;

/**
 * Where a report stands: a pure function of receipt, policy and facts, whatever order they were
 * heard in.
 *
 * @param stage the furthest one reached
 * @param steps how each of the six stands
 * @param whoseTurn who is to act next
 * @param nextUpdateDue until when the reporter hears from us, empty if nothing is open
 * @param rating the severity, once it was told
 * @param footing what the reporter may do
 * @param closure why the case is closed, empty while it is open
 * @param timeline what happened, oldest first
 */
record Standing(
        Stage stage,
        Map<Stage, Stage.Step> steps,
        Turn whoseTurn,
        Optional<Instant> nextUpdateDue,
        Optional<Rating> rating,
        List<Kept> promises,
        Footing footing,
        Optional<ClosureReason> closure,
        List<Timeline.Entry> timeline) {

    /** Whose turn it is. */
    enum Turn {
        DESK,
        REPORTER,
        NOBODY
    }

    static Standing of(Known known) {
        List<Kept> promises = Kept.all(known);
        Footing footing = known.footing();
        return new Standing(
                Stage.reached(known),
                Stage.steps(known),
                turn(known, footing),
                nextUpdate(known, promises),
                Rating.of(known),
                promises,
                footing,
                known.history().closure().map(CaseClosed::reason),
                Timeline.of(known));
    }

    private static Turn turn(Known known, Footing footing) {
        if (known.closed()) {
            return Turn.NOBODY;
        }
        return questionOpen(known) || footing.proposal() == ProposalState.OPEN
                ? Turn.REPORTER
                : Turn.DESK;
    }

    /** A question is open until the reporter writes anything after it. */
    private static boolean questionOpen(Known known) {
        Optional<Instant> asked = known.last(MessageKind.QUESTION);
        Optional<Instant> replied = known.last(MessageKind.REPLY);
        return asked.isPresent() && replied.filter(at -> at.isAfter(asked.get())).isEmpty();
    }

    private static Optional<Instant> nextUpdate(Known known, List<Kept> promises) {
        if (known.closed()) {
            return Optional.empty();
        }
        Instant lastWord = known.lastWord().orElse(Instant.MIN);
        Stream<Instant> named =
                known.history().all(CaseConfirmed.class).stream()
                        .map(CaseConfirmed::nextDue)
                        .flatMap(Stream::ofNullable)
                        .filter(due -> due.isAfter(lastWord));
        Stream<Instant> promised =
                promises.stream()
                        .filter(one -> ofHearing(one.clock()))
                        .filter(
                                one ->
                                        one.state() == Kept.State.OPEN
                                                || one.state() == Kept.State.OVERDUE)
                        .map(Kept::dueAt);
        return Stream.concat(named, promised).min(Comparator.naturalOrder());
    }

    /** Whether keeping this promise is a word to the reporter. */
    private static boolean ofHearing(String clock) {
        return List.of("receipt-mail", "confirmation", "first-action", "result", "progress")
                .contains(clock);
    }
}
