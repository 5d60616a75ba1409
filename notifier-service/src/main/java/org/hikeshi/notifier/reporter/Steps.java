package org.hikeshi.notifier.reporter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.Finding;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.events.Scored;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.Heard;

/** The steps of a case in a reporter's words, with the times at which they were reached. */
final class Steps {
    private Steps() {}

    /** The steps reached after one instant and up to another, earliest first, one line each. */
    static List<String> between(Draft draft, CaseFacts facts, Instant after, Instant until) {
        return facts.heard().stream()
                .filter(heard -> heard.at().isAfter(after) && !heard.at().isAfter(until))
                .flatMap(heard -> line(draft, heard).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> line(Draft draft, Heard heard) {
        return name(heard.event())
                .map(name -> draft.words("step." + name, draft.instant(heard.at())));
    }

    private static Optional<String> name(CaseEvent event) {
        if (event instanceof CaseConfirmed) {
            return Optional.of("confirmed");
        }
        if (event instanceof Scored scored) {
            return scored.revision() == 1 ? Optional.of("scored") : Optional.empty();
        }
        if (event instanceof RemedyVerified) {
            return Optional.of("verified");
        }
        if (event instanceof MitigationReady) {
            return Optional.of("mitigated");
        }
        if (event instanceof PatchReady) {
            return Optional.of("patch-ready");
        }
        if (event instanceof OtaStarted) {
            return Optional.of("distributing");
        }
        if (event instanceof OtaDistributed) {
            return Optional.of("distributed");
        }
        return event instanceof Disclosed ? Optional.of("disclosed") : Optional.empty();
    }

    /** Where the case stands at that instant: the furthest step, as a key of the words. */
    static String state(CaseFacts facts, Instant at) {
        if (facts.closedAt(at)) {
            return "closed";
        }
        List<Class<? extends CaseEvent>> furthestFirst =
                List.of(
                        Disclosed.class,
                        OtaDistributed.class,
                        OtaStarted.class,
                        PatchReady.class,
                        MitigationReady.class);
        List<String> names =
                List.of("disclosed", "distributed", "distributing", "patch-ready", "mitigated");
        for (int i = 0; i < names.size(); i++) {
            if (facts.happened(furthestFirst.get(i), at)) {
                return names.get(i);
            }
        }
        if (facts.happened(Scored.class, at)) {
            boolean none = facts.scored().filter(s -> s.finding() == Finding.NOT_VALID).isPresent();
            return none ? "not-valid" : "scored";
        }
        return facts.happened(CaseConfirmed.class, at) ? "confirmed" : "received";
    }

    /** Whether a distribution was begun that is not complete. */
    static boolean distributionOpen(CaseFacts facts) {
        return facts.all(OtaStarted.class).stream()
                .anyMatch(
                        begun ->
                                facts.all(OtaDistributed.class).stream()
                                        .noneMatch(d -> d.campaign().equals(begun.campaign())));
    }
}
