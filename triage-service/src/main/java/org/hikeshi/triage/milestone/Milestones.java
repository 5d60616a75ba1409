package org.hikeshi.triage.milestone;

import static org.hikeshi.triage.milestone.Milestone.State.DONE;
import static org.hikeshi.triage.milestone.Milestone.State.DUE;
import static org.hikeshi.triage.milestone.Milestone.State.NOT_APPLICABLE;
import static org.hikeshi.triage.milestone.Milestone.State.WAIVED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.Finding;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.jspecify.annotations.Nullable;

/** The milestones of a case: a pure function of the set of its facts and its policy. */
public record Milestones(List<Milestone> all) {
    private static final MilestoneName FIRST_OF_REMEDY = MilestoneName.MITIGATED;
    private static final String EARLIER = "earlier-record";

    public Milestones {
        all = List.copyOf(all);
    }

    public static Milestones of(CaseFacts facts, Policy policy) {
        List<Milestone> all = new ArrayList<>();
        for (MilestoneName name : MilestoneName.values()) {
            if (!name.perProduct() || facts.products().isEmpty()) {
                all.add(one(name, null, facts, policy));
            } else {
                facts.products().forEach(product -> all.add(one(name, product, facts, policy)));
            }
        }
        return new Milestones(all);
    }

    /** What has still to happen before the case can be closed as resolved. */
    public List<Milestone> missing() {
        return all.stream()
                .filter(milestone -> milestone.name() != MilestoneName.CLOSED)
                .filter(milestone -> !milestone.settled())
                .toList();
    }

    /** The furthest milestone reached. */
    public MilestoneName stage() {
        return Arrays.stream(MilestoneName.values())
                .filter(this::reached)
                .max(Comparator.naturalOrder())
                .orElse(MilestoneName.RECEIVED);
    }

    /** Whether at least one product has it and none still lacks it. */
    public boolean reached(MilestoneName name) {
        return named(name).allMatch(Milestone::settled)
                && named(name).anyMatch(milestone -> milestone.state() == DONE);
    }

    /** The one of a product, or the case's own. */
    public Optional<Milestone> find(MilestoneName name, @Nullable ProductId product) {
        return named(name)
                .filter(one -> one.product() == null || one.product().equals(product))
                .findFirst();
    }

    private Stream<Milestone> named(MilestoneName name) {
        return all.stream().filter(milestone -> milestone.name() == name);
    }

    private static Milestone one(
            MilestoneName name, @Nullable ProductId product, CaseFacts facts, Policy policy) {
        String never = notApplicable(name, facts, policy);
        Optional<Reached> reached = reached(name, product, facts).filter(one -> counts(one, never));
        if (reached.isPresent()) {
            return new Milestone(name, product, DONE, reached.get().at(), reached.get().by());
        }
        if (!never.isEmpty()) {
            return new Milestone(name, product, NOT_APPLICABLE, null, never);
        }
        return waived(name, product, facts)
                .map(waiver -> new Milestone(name, product, WAIVED, waiver.at(), "waived"))
                .orElseGet(() -> new Milestone(name, product, DUE, null, ""));
    }

    private static Optional<Reached> reached(
            MilestoneName name, @Nullable ProductId product, CaseFacts facts) {
        Optional<EarlierRecord> earlier = facts.earlier();
        return earlier.isPresent() && FIRST_OF_REMEDY.compareTo(name) <= 0
                ? inRecord(name, earlier.get())
                : byFacts(name, product, facts);
    }

    /** A case that had ended before its record came here: the record is all that is known. */
    private static Optional<Reached> inRecord(MilestoneName name, EarlierRecord record) {
        Instant at =
                switch (name) {
                    case PATCH_READY -> record.fixedAt();
                    case DISCLOSED -> record.publishedAt();
                    case CLOSED -> record.closedAt();
                    case RECEIVED, CONFIRMED, SCORED, MITIGATED, DISTRIBUTING, DISTRIBUTED -> null;
                };
        return Optional.ofNullable(at).map(known -> new Reached(known, EARLIER));
    }

    private static Optional<Reached> byFacts(
            MilestoneName name, @Nullable ProductId product, CaseFacts facts) {
        return switch (name) {
            case RECEIVED -> facts.receivedAt().map(at -> new Reached(at, "report-received"));
            case CONFIRMED ->
                    facts.confirmed()
                            .map(CaseConfirmed::at)
                            .map(at -> new Reached(at, "case-confirmed"));
            case SCORED ->
                    facts.all(Scored.class)
                            .map(Scored::at)
                            .min(Comparator.naturalOrder())
                            .map(at -> new Reached(at, "scored"));
            case MITIGATED, PATCH_READY, DISTRIBUTING, DISTRIBUTED ->
                    product == null ? Optional.empty() : RemedyFacts.reached(name, product, facts);
            case DISCLOSED ->
                    facts.all(Disclosed.class)
                            .map(Disclosed::at)
                            .min(Comparator.naturalOrder())
                            .map(at -> new Reached(at, "disclosed"));
            case CLOSED ->
                    facts.closure().map(CaseClosed::at).map(at -> new Reached(at, "case-closed"));
        };
    }

    private static String notApplicable(MilestoneName name, CaseFacts facts, Policy policy) {
        if (facts.earlier().isPresent()) {
            return EARLIER;
        }
        boolean remedy = name.perProduct() || name == MilestoneName.DISCLOSED;
        boolean invalid = facts.scored().filter(s -> s.finding() == Finding.NOT_VALID).isPresent();
        if (remedy && invalid) {
            return "not-valid";
        }
        boolean noMitigation =
                name == MilestoneName.MITIGATED && policy.clock(ClockName.MITIGATION).isEmpty();
        return noMitigation ? "policy" : "";
    }

    /** A fix mitigates too, but only where the policy asks for a mitigation. */
    private static boolean counts(Reached reached, String never) {
        return !(never.equals("policy") && reached.by().equals("patch-ready"));
    }

    private static Optional<DeskFact.Waived> waived(
            MilestoneName name, @Nullable ProductId product, CaseFacts facts) {
        return facts.decided(DeskFact.Waived.class)
                .filter(waiver -> waiver.milestone() == name)
                .filter(waiver -> waiver.product() == null || waiver.product().equals(product))
                .min(Comparator.comparing(DeskFact.Waived::at));
    }

    /** When and by which fact. */
    record Reached(Instant at, String by) {}
}
