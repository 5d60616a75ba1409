package org.hikeshi.notifier.reporter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.notifier.telling.KnownReport;
import org.hikeshi.notifier.telling.ProgressRhythm;

/** R6, R7 and R14: where it stands, and how it ended. */
final class Progress {
    private Progress() {}

    static void progress(Draft draft, Matter matter) {
        Instant at = matter.owing().causedAt();
        switch (matter.owing().occasion()) {
            case CAUGHT_UP ->
                    draft.say("progress.caught-up")
                            .bullets(Steps.between(draft, matter.facts(), Instant.MIN, at));
            case REOPENED -> reopened(draft, matter);
            case RHYTHM -> sinceLastTime(draft, matter, at);
            default -> draft.say("progress.word");
        }
        draft.fact("progress.state", draft.words("state." + Steps.state(matter.facts(), at)));
        Conversation.next(draft, matter);
    }

    private static void reopened(Draft draft, Matter matter) {
        draft.say("progress.reopened");
        if (matter.about().event() instanceof CaseReopened again) {
            draft.say("progress.reopened." + written(again.reason()));
        }
    }

    /** What is not worth a mail of its own is told with the rhythm. */
    private static void sinceLastTime(Draft draft, Matter matter, Instant at) {
        Instant since =
                ProgressRhythm.promised(at, draft.policy())
                        .map(next -> at.minus(Duration.between(at, next)))
                        .orElse(Instant.MIN);
        Instant word =
                matter.facts().heard().stream()
                        .filter(heard -> heard.at().isBefore(at) && !quiet(heard.event()))
                        .map(Heard::at)
                        .reduce((earlier, later) -> later)
                        .orElse(Instant.MIN);
        List<String> steps =
                Steps.between(draft, matter.facts(), since.isAfter(word) ? since : word, at);
        draft.say(steps.isEmpty() ? "progress.none" : "progress.some").bullets(steps);
    }

    private static boolean quiet(CaseEvent event) {
        return event instanceof PatchReady || event instanceof RemedyVerified;
    }

    static void closed(Draft draft, Matter matter) {
        ClosureReason reason =
                matter.about().event() instanceof CaseClosed closed
                        ? closed.reason()
                        : ClosureReason.UNKNOWN;
        draft.say("closed.sentence");
        draft.fact("closed.reason", draft.words("closed.reason." + written(reason)));
        if (reason == ClosureReason.DUPLICATE) {
            earlier(matter)
                    .ifPresentOrElse(
                            at -> draft.say("closed.duplicate", draft.instant(at)),
                            () -> draft.say("closed.duplicate.undated"));
        }
        draft.say("closed.more").say("closed.object");
    }

    /** When the first report of the other case came; nothing else of it is ever told. */
    private static Optional<Instant> earlier(Matter matter) {
        return matter.others().reports().stream()
                .map(KnownReport::report)
                .filter(report -> report.caseId().equals(matter.others().id()))
                .map(report -> report.receivedAt())
                .min(Instant::compareTo);
    }

    static void closure(Draft draft, Matter matter) {
        Instant at = matter.owing().causedAt();
        draft.say("closure.sentence");
        draft.heading("closure.outcome")
                .bullets(Steps.between(draft, matter.facts(), Instant.MIN, at));
        draft.heading("closure.open").bullets(open(draft, matter));
        draft.say("closure.survey").say("closure.object");
    }

    private static List<String> open(Draft draft, Matter matter) {
        List<String> open = new ArrayList<>();
        List<Disclosed> published = matter.facts().all(Disclosed.class);
        if (!published.isEmpty() && published.getLast().cves().isEmpty()) {
            open.add(draft.words("closure.open.cve"));
        }
        if (Steps.distributionOpen(matter.facts())) {
            open.add(draft.words("closure.open.distribution"));
        }
        return open.isEmpty() ? List.of(draft.words("closure.open.none")) : open;
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
