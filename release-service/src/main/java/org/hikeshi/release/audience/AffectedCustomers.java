package org.hikeshi.release.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.catalogue.AffectedVersions;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.catalogue.Unit;
import org.hikeshi.release.remediation.Dossier;
import org.hikeshi.release.remediation.Dossiers;
import org.hikeshi.release.remediation.RemediationState;
import org.jspecify.annotations.Nullable;

/** Joins scored ranges with the units in the field. */
@ApplicationScoped
public class AffectedCustomers {
    private final AffectedRanges ranges;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final Artifacts artifacts;
    private final Transactions transactions;

    AffectedCustomers(
            AffectedRanges ranges,
            Catalogue catalogue,
            Dossiers dossiers,
            Artifacts artifacts,
            Transactions transactions) {
        this.ranges = ranges;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.artifacts = artifacts;
        this.transactions = transactions;
    }

    /** A customer and which of their devices are affected. */
    public record Customer(String customerId, List<Affected> products) {}

    /**
     * Devices of one model.
     *
     * @param versions affected ones that the customer has, oldest spelling first
     * @param units how many
     * @param fixedVersion of a released fix that has a file for this model
     */
    public record Affected(
            UUID productId,
            String product,
            String model,
            List<String> versions,
            long units,
            @Nullable String fixedVersion) {}

    /**
     * Everybody with a unit whose owner is known and that is affected, or was until a campaign of
     * this case mended it: they are told as well.
     */
    public List<Customer> of(CaseId caseId) {
        return transactions.inTransaction(connection -> join(caseId));
    }

    /** Units in the field that are affected, whoever owns them; denominator of coverage. */
    public List<Unit> units(CaseId caseId) {
        return transactions.inTransaction(connection -> affected(caseId));
    }

    private List<Unit> affected(CaseId caseId) {
        Map<UUID, List<AffectedVersions>> affected = ranges.of(caseId);
        return affected.isEmpty()
                ? List.of()
                : catalogue.units(affected.keySet()).stream()
                        .filter(u -> inside(affected.get(u.product()), u.version()))
                        .toList();
    }

    private List<Customer> join(CaseId caseId) {
        Map<String, Map<String, List<Unit>>> byCustomer = new TreeMap<>();
        Set<Unit> concerned = new LinkedHashSet<>(affected(caseId));
        concerned.addAll(catalogue.unitsInCampaignsOf(caseId));
        for (Unit unit : concerned) {
            if (unit.customerId() != null) {
                byCustomer
                        .computeIfAbsent(unit.customerId(), any -> new TreeMap<>())
                        .computeIfAbsent(unit.model(), any -> new ArrayList<>())
                        .add(unit);
            }
        }
        List<Dossier> released =
                dossiers.ofCase(caseId).stream()
                        .filter(d -> d.state() == RemediationState.RELEASED)
                        .filter(d -> d.content().kind() == RemedyKind.FIX)
                        .toList();
        return byCustomer.entrySet().stream()
                .map(
                        entry ->
                                new Customer(
                                        entry.getKey(),
                                        entry.getValue().values().stream()
                                                .map(units -> summed(units, released))
                                                .toList()))
                .toList();
    }

    private Affected summed(List<Unit> units, List<Dossier> released) {
        Unit one = units.getFirst();
        TreeSet<String> versions = new TreeSet<>();
        units.forEach(unit -> versions.add(unit.version()));
        return new Affected(
                one.product(),
                catalogue.product(one.product()).map(Product::name).orElse(""),
                one.model(),
                List.copyOf(versions),
                units.size(),
                fixed(one.model(), released).orElse(null));
    }

    private Optional<String> fixed(String model, List<Dossier> released) {
        return released.stream()
                .map(dossier -> dossier.content().version())
                .filter(v -> v != null && artifacts.released(model, v).isPresent())
                .map(String::valueOf)
                .findFirst();
    }

    private static boolean inside(@Nullable List<AffectedVersions> ranges, String version) {
        return ranges != null && ranges.stream().anyMatch(range -> range.contains(version));
    }
}
