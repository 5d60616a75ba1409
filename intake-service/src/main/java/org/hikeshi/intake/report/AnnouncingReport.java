package org.hikeshi.intake.report;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.Language;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Source;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Puts a stored report into the one fact that all other services begin with. */
final class AnnouncingReport {

    private final Function<String, Optional<ProductId>> catalogue;
    private final EventCodec codec = new EventCodec();

    AnnouncingReport(Function<String, Optional<ProductId>> catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param now when it is said; a report that was handed in is older than that
     */
    OutgoingEvent event(StoredReport report, Submission of, Instant now) {
        Provenance elsewhere = of.provenance();
        ReportReceived fact =
                new ReportReceived(
                        report.caseId(),
                        report.id(),
                        report.trackingCode(),
                        catalogue.apply(of.report().product().name()).orElse(null),
                        new PolicyVersion(report.policyVersion()),
                        report.receivedAt(),
                        elsewhere == null ? Source.DESK : elsewhere.source(),
                        of.channel(),
                        language(report.language()),
                        !report.reachable(),
                        elsewhere == null ? null : elsewhere.earlier());
        return new OutgoingEvent(
                EventIds.next(now),
                fact.type(),
                fact.caseId().toString(),
                fact.subject(),
                now,
                report.id().value(),
                null,
                codec.encode(fact));
    }

    private static Language language(@Nullable String tag) {
        if (tag == null) {
            return Language.BOTH;
        }
        return tag.equals("ja") ? Language.JA : Language.EN;
    }
}
