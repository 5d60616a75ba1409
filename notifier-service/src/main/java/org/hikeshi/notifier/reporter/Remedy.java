package org.hikeshi.notifier.reporter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.notifier.letter.Draft;

/** R8, R9 and R10: the remedy is there, goes out, has arrived. */
final class Remedy {
    private Remedy() {}

    static void mitigation(Draft draft, Matter matter) {
        draft.say("mitigation.sentence");
        if (matter.about().event() instanceof MitigationReady ready) {
            draft.fact("mitigation.products", draft.row(matter.namesOf(ready.products().stream())));
        }
        if (matter.facts().happened(Disclosed.class, matter.owing().causedAt())) {
            return;
        }
        planned(matter)
                .ifPresentOrElse(
                        date -> draft.say("mitigation.until", draft.instant(date)),
                        () -> draft.say("reporter.unpublished"));
        draft.policy().ownTexts().silence().ifPresent(asked -> draft.say("reporter.silence"));
    }

    private static Optional<Instant> planned(Matter matter) {
        return matter.facts().all(DisclosurePlanned.class).stream()
                .max(Comparator.comparingInt(DisclosurePlanned::revision))
                .map(DisclosurePlanned::date);
    }

    static void begun(Draft draft, Matter matter) {
        if (matter.about().event() instanceof OtaStarted started) {
            draft.say("begun.sentence." + kind(matter, started.id()));
            versions(draft, matter, started.id(), started.products());
            channel(draft, started.channel());
            draft.fact("begun.start", draft.instant(started.at()));
        }
        Conversation.next(draft, matter);
    }

    static void completed(Draft draft, Matter matter) {
        if (matter.about().event() instanceof OtaDistributed done) {
            draft.say("completed.sentence." + kind(matter, done.id()));
            versions(draft, matter, done.id(), done.products());
            channel(draft, done.channel());
            BigDecimal percent = BigDecimal.valueOf(done.permille(), 1);
            draft.fact("completed.share", percent.toPlainString() + "%")
                    .fact("completed.how", draft.words("completed.how." + written(done.how())));
        }
        draft.say("completed.check");
        Conversation.next(draft, matter);
    }

    /** What goes out: a mitigation is no fix. */
    private static String kind(Matter matter, RemediationId remedy) {
        boolean mitigation =
                matter.facts().all(MitigationReady.class).stream()
                        .anyMatch(ready -> ready.id().equals(remedy));
        return mitigation ? "mitigation" : "fix";
    }

    private static void channel(Draft draft, DistributionChannel channel) {
        draft.fact("begun.channel", draft.words("begun.channel." + written(channel)));
    }

    private static void versions(
            Draft draft, Matter matter, RemediationId remedy, List<ProductId> products) {
        List<String> versions =
                matter.facts().all(PatchReady.class).stream()
                        .filter(ready -> ready.id().equals(remedy))
                        .flatMap(ready -> ready.versions().stream())
                        .filter(fixed -> products.contains(fixed.product()))
                        .map(fixed -> matter.name(fixed.product()) + " " + fixed.version())
                        .distinct()
                        .toList();
        draft.fact(
                "begun.version",
                versions.isEmpty() ? draft.words("begun.version.open") : draft.row(versions));
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
