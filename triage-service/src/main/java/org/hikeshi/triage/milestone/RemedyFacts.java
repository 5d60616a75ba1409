package org.hikeshi.triage.milestone;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductId;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.milestone.Milestones.Reached;

/**
 * What release said about one product. A fix that was ready before a reporter found the product not
 * fixed is none: those facts stop counting, and the milestones are due again.
 */
final class RemedyFacts {
    private RemedyFacts() {}

    static Optional<Reached> reached(MilestoneName name, ProductId product, CaseFacts facts) {
        Instant since = facts.notFixedAt().orElse(Instant.MIN);
        Stream<Reached> found =
                switch (name) {
                    case MITIGATED ->
                            Stream.concat(
                                    mitigated(product, facts),
                                    fixed(product, facts).filter(one -> after(one, since)));
                    case PATCH_READY -> fixed(product, facts).filter(one -> after(one, since));
                    case DISTRIBUTING ->
                            Stream.concat(begun(product, facts), complete(product, facts))
                                    .filter(one -> after(one, since));
                    case DISTRIBUTED -> complete(product, facts).filter(one -> after(one, since));
                    case RECEIVED, CONFIRMED, SCORED, DISCLOSED, CLOSED -> Stream.empty();
                };
        return found.min(Comparator.comparing(Reached::at).thenComparing(Reached::by));
    }

    private static boolean after(Reached one, Instant since) {
        return one.at().isAfter(since);
    }

    private static Stream<Reached> mitigated(ProductId product, CaseFacts facts) {
        return facts.all(MitigationReady.class)
                .filter(ready -> ready.products().contains(product))
                .map(ready -> new Reached(ready.at(), "mitigation-ready"));
    }

    private static Stream<Reached> fixed(ProductId product, CaseFacts facts) {
        return facts.all(PatchReady.class)
                .filter(
                        ready ->
                                ready.versions().stream()
                                        .anyMatch(f -> f.product().equals(product)))
                .map(ready -> new Reached(ready.at(), "patch-ready"));
    }

    private static Stream<Reached> begun(ProductId product, CaseFacts facts) {
        return facts.all(OtaStarted.class)
                .filter(started -> started.products().contains(product))
                .map(started -> new Reached(started.at(), "ota-started"));
    }

    private static Stream<Reached> complete(ProductId product, CaseFacts facts) {
        return facts.all(OtaDistributed.class)
                .filter(distributed -> distributed.products().contains(product))
                .map(distributed -> new Reached(distributed.at(), "ota-distributed"));
    }
}
