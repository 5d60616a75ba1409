package org.hikeshi.release.audience;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Finding;
import org.hikeshi.events.Scored;
import org.hikeshi.release.catalogue.AffectedVersions;

/** What triage said about affected products, per case. Inside the caller's transaction. */
@ApplicationScoped
public class AffectedRanges {
    private static final String KNOWN =
            "INSERT INTO scored_case (case_id, revision, severity) VALUES (:id, 0, 'NONE')"
                    + " ON CONFLICT DO NOTHING";

    private final Cases cases;
    private final Ranges ranges;

    AffectedRanges(Cases cases, Ranges ranges) {
        this.cases = cases;
        this.ranges = ranges;
    }

    /** Takes a scoring in, unless a later one was heard before. */
    void hear(Scored scored) {
        UUID id = scored.caseId().value();
        cases.getEntityManager().createNativeQuery(KNOWN).setParameter("id", id).executeUpdate();
        ScoredRow row = cases.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (row.revision >= scored.revision()) {
            return;
        }
        row.revision = scored.revision();
        row.severity = scored.severity().name();
        ranges.delete("caseId", id);
        ranges.getEntityManager().flush();
        ranges.getEntityManager().clear();
        if (scored.finding() == Finding.VALID) {
            put(id, scored);
        }
    }

    private void put(UUID id, Scored scored) {
        List<AffectedProduct> affected =
                scored.vulnerabilities().stream()
                        .flatMap(vulnerability -> vulnerability.affected().stream())
                        .distinct()
                        .toList();
        for (int at = 0; at < affected.size(); at++) {
            var row = new AffectedRow();
            row.caseId = id;
            row.product = affected.get(at).product().value();
            row.position = at;
            row.versions = affected.get(at).versions().value();
            ranges.persist(row);
        }
    }

    /** The ranges of each affected product; empty if nothing was scored or nothing is affected. */
    public Map<UUID, List<AffectedVersions>> of(CaseId caseId) {
        Map<UUID, List<AffectedVersions>> byProduct = new HashMap<>();
        for (AffectedRow row : ranges.list("caseId = ?1 order by position", caseId.value())) {
            byProduct
                    .computeIfAbsent(row.product, any -> new ArrayList<>())
                    .add(AffectedVersions.of(row.versions));
        }
        return byProduct;
    }

    /** Severity as scored last, in the words of the events; empty before. */
    public Optional<String> severity(CaseId caseId) {
        return cases.findByIdOptional(caseId.value()).map(row -> row.severity);
    }

    @ApplicationScoped
    static class Cases implements PanacheRepositoryBase<ScoredRow, UUID> {}

    @ApplicationScoped
    static class Ranges implements PanacheRepositoryBase<AffectedRow, AffectedRow.Key> {}
}
