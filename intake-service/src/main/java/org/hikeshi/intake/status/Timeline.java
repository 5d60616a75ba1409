package org.hikeshi.intake.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.AdvisoryWithdrawn;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.Scored;

/** What happened, in the order in which it became true. */
final class Timeline {

    private Timeline() {}

    /**
     * Something that happened.
     *
     * @param what its sentence is {@code status.timeline.<what>}
     */
    record Entry(String what, Instant at) {}

    static List<Entry> of(Known known) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("received", known.receivedAt()));
        known.toldBy(MailTemplate.RECEIPT)
                .ifPresent(at -> entries.add(new Entry("acknowledged", at)));
        known.history().facts().stream()
                .map(Timeline::entry)
                .flatMap(Optional::stream)
                .forEach(entries::add);
        return entries.stream()
                .distinct()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::what))
                .toList();
    }

    private static Optional<Entry> entry(CaseEvent fact) {
        return switch (fact) {
            case DeliveryFailed failed when failed.template() == MailTemplate.RECEIPT ->
                    told("acknowledgement-failed", failed.failedAt());
            case CaseConfirmed read -> told("confirmed", read.at());
            case Scored scored -> told("scored", scored.at());
            case ReportJoined joined -> told("joined", joined.at());
            case MitigationReady ready -> told("mitigation-ready", ready.at());
            case PatchReady ready -> told("patch-ready", ready.at());
            case OtaStarted started -> told("ota-started", started.at());
            case OtaDistributed complete -> told("ota-distributed", complete.at());
            case DisclosureDateProposed proposed -> told("date-proposed", proposed.at());
            case DisclosurePlanned planned -> told("planned", planned.at());
            case NoticePublished published -> told("notice-published", published.at());
            case Disclosed disclosed -> told("disclosed", disclosed.at());
            case AdvisoryRevised revised -> told("revised", revised.at());
            case AdvisoryWithdrawn withdrawn -> told("withdrawn", withdrawn.at());
            case CaseClosed closed -> told("closed", closed.at());
            case CaseReopened reopened -> told("reopened", reopened.at());
            default -> ofReporter(fact);
        };
    }

    private static Optional<Entry> ofReporter(CaseEvent fact) {
        return switch (fact) {
            case DisclosureDateAnswered answered ->
                    told(
                            answered.answer() == DateAnswer.ACCEPTED
                                    ? "date-accepted"
                                    : "date-countered",
                            answered.at());
            case FixChecked checked ->
                    told(
                            "checked-"
                                    + checked.verdict()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'),
                            checked.at());
            case ClosureObjected objected -> told("objected", objected.at());
            case FeedbackGiven given -> told("feedback", given.at());
            default -> Optional.empty();
        };
    }

    private static Optional<Entry> told(String what, Instant at) {
        return Optional.of(new Entry(what, at));
    }
}
