package org.hikeshi.triage.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.Finding;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.policy.Anchor;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.clock.Promised.Fact;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.milestone.MilestoneName;
import org.hikeshi.triage.milestone.Milestones;
import org.jspecify.annotations.Nullable;

/**
 * Clocks 7 to 11: mitigation and fix per affected product, and publication. They stop at the
 * milestones of the same name, for what was promised is what users can obtain.
 */
final class RemedyClocks {
    private final CaseFacts facts;
    private final Policy policy;
    private final Milestones milestones;

    private RemedyClocks(CaseFacts facts, Policy policy, Milestones milestones) {
        this.facts = facts;
        this.policy = policy;
        this.milestones = milestones;
    }

    static List<CaseTimer> of(CaseFacts facts, Policy policy, Milestones milestones) {
        boolean invalid =
                facts.scored().filter(one -> one.finding() == Finding.NOT_VALID).isPresent();
        return invalid ? List.of() : new RemedyClocks(facts, policy, milestones).all();
    }

    private List<CaseTimer> all() {
        List<CaseTimer> all = new ArrayList<>();
        List<ProductId> products = facts.products();
        Stream<@Nullable ProductId> each =
                products.isEmpty() ? Stream.of((ProductId) null) : products.stream();
        each.forEach(
                product -> {
                    remedy(ClockName.MITIGATION, MilestoneName.MITIGATED, product)
                            .ifPresent(all::add);
                    remedy(ClockName.FIX, MilestoneName.PATCH_READY, product).ifPresent(all::add);
                });
        publication().ifPresent(all::add);
        return all;
    }

    private Optional<CaseTimer> remedy(
            ClockName name, MilestoneName milestone, @Nullable ProductId product) {
        Optional<Fact> start = policy.clock(name).flatMap(rule -> begun(rule.starts()));
        return promised(CaseClock.valueOf(name.name()), product)
                .byRule(name, start, settled(milestone, product));
    }

    private Optional<CaseTimer> publication() {
        Optional<Fact> start =
                policy.clock(ClockName.PUBLICATION).flatMap(rule -> published(rule.starts()));
        return promised(CaseClock.PUBLICATION, null)
                .byRule(ClockName.PUBLICATION, start, settled(MilestoneName.DISCLOSED, null));
    }

    /** 確定: the first remedy that passed all its gates; or the first fix that can be had. */
    private Optional<Fact> published(Anchor anchor) {
        return anchor == Anchor.REMEDY_VERIFIED
                ? facts.all(RemedyVerified.class)
                        .map(RemedyVerified::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "remedy-verified"))
                : facts.all(PatchReady.class)
                        .map(PatchReady::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "patch-ready"));
    }

    /** Receipt, or validation where the policy publishes that instead. */
    private Optional<Fact> begun(Anchor anchor) {
        return anchor == Anchor.VALIDATED
                ? facts.validatedAt().map(at -> new Fact(at, "scored"))
                : facts.receivedAt().map(at -> new Fact(at, "report-received"));
    }

    private Optional<Fact> settled(MilestoneName name, @Nullable ProductId product) {
        return milestones
                .find(name, product)
                .filter(one -> one.at() != null)
                .map(one -> new Fact(java.util.Objects.requireNonNull(one.at()), one.reason()));
    }

    private Promised promised(CaseClock clock, @Nullable ProductId product) {
        return new Promised(facts, policy, clock, product, null);
    }
}
