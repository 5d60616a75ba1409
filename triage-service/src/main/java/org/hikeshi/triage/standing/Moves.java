package org.hikeshi.triage.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Scored;
import org.hikeshi.triage.facts.CaseFacts;

/** Facts that hand a case from one party to the next. */
final class Moves {
    private Moves() {}

    static Optional<Instant> last(CaseFacts facts) {
        return facts.events().stream()
                .flatMap(event -> at(event).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> at(CaseEvent event) {
        return switch (event) {
            case ReportReceived e -> Optional.of(e.receivedAt());
            case CaseConfirmed e -> Optional.of(e.at());
            case Scored e -> Optional.of(e.at());
            case Escalated e -> Optional.of(e.at());
            case EscalationDecided e -> Optional.of(e.at());
            case MitigationReady e -> Optional.of(e.at());
            case PatchReady e -> Optional.of(e.at());
            case OtaStarted e -> Optional.of(e.at());
            case OtaDistributed e -> Optional.of(e.at());
            case DisclosurePlanned e -> Optional.of(e.at());
            case Disclosed e -> Optional.of(e.at());
            case CaseClosed e -> Optional.of(e.at());
            case CaseReopened e -> Optional.of(e.at());
            default -> Optional.empty();
        };
    }
}
