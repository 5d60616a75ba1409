package org.hikeshi.release.remediation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.events.CaseId;
import org.hikeshi.policy.Policy;
import org.hikeshi.release.NewestSeen;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.gate.GateDecisions;
import org.hikeshi.release.signing.Signatures;
import org.hikeshi.release.text.PreDisclosures;

/** Remediations in the database. Inside the caller's transaction. */
@ApplicationScoped
public class Dossiers {
    private final Rows rows;
    private final Prose prose;
    private final Artifacts artifacts;
    private final Signatures signatures;
    private final GateDecisions decisions;
    private final PreDisclosures texts;
    private final Catalogue catalogue;
    private final PolicyVersions policies;

    @SuppressWarnings("checkstyle:ParameterNumber") // a dossier has this many parts
    Dossiers(
            Rows rows,
            Prose prose,
            Artifacts artifacts,
            Signatures signatures,
            GateDecisions decisions,
            PreDisclosures texts,
            Catalogue catalogue,
            PolicyVersions policies) {
        this.rows = rows;
        this.prose = prose;
        this.artifacts = artifacts;
        this.signatures = signatures;
        this.decisions = decisions;
        this.texts = texts;
        this.catalogue = catalogue;
        this.policies = policies;
    }

    public Optional<Dossier> of(UUID id) {
        return rows.findByIdOptional(id).map(this::dossier);
    }

    /** Which case it belongs to, before anything else of it is looked at. */
    Optional<CaseId> caseOf(UUID id) {
        return rows.getEntityManager()
                .createQuery("select r.caseId from RemediationRow r where r.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(CaseId::new);
    }

    /** Also locks the remediation until the transaction ends: acts on it come one after another. */
    Optional<Dossier> lock(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(this::dossier);
    }

    /** All of a case, oldest first. */
    public List<Dossier> ofCase(CaseId caseId) {
        return rows.list("caseId = ?1 order by createdAt, id", caseId.value()).stream()
                .map(this::dossier)
                .toList();
    }

    /** Those of cases that somebody sees, newest first. */
    List<Dossier> latest(SeenCases seen, int most) {
        return NewestSeen.of(
                        rows.getEntityManager(),
                        "remediation",
                        "remediation_id",
                        RemediationRow.class,
                        seen,
                        most)
                .stream()
                .map(this::dossier)
                .toList();
    }

    RemediationRow row(UUID id) {
        return rows.findById(id);
    }

    void persist(RemediationRow row) {
        rows.persistAndFlush(row);
    }

    /** The policy a case is judged by; of a case not yet heard of, the one in force. */
    Policy policyOf(CaseId caseId) {
        EntityManager manager = rows.getEntityManager();
        List<?> version =
                manager.createNativeQuery(
                                "SELECT policy_version FROM known_case WHERE case_id = :id")
                        .setParameter("id", caseId.value())
                        .getResultList();
        return version.isEmpty()
                ? policies.current()
                : policies.of(String.valueOf(version.getFirst()));
    }

    private Dossier dossier(RemediationRow row) {
        CaseId caseId = new CaseId(row.caseId);
        Policy policy = policyOf(caseId);
        List<ArtifactFile> files = artifacts.of(row.id);
        List<GateDecision> taken = decisions.of(row.id);
        Set<String> signed =
                signatures.signed(files.stream().map(ArtifactFile::sha256).distinct().toList());
        List<GateDecision> counted = Dossier.byOthers(taken, Set.copyOf(row.authors));
        GateStanding gates =
                GateStanding.under(
                        policy, row.kind, GateDecisions.passed(counted, row.contentHash));
        boolean everyFileSigned =
                files.stream()
                        .allMatch(
                                f ->
                                        signed.contains(f.sha256())
                                                && artifacts.manifest(f).isPresent());
        return new Dossier(
                row.id,
                caseId,
                policy,
                content(row),
                row.contentHash,
                row.products.stream().flatMap(id -> catalogue.product(id).stream()).toList(),
                files,
                signed,
                taken,
                texts.of(row.id),
                history(row),
                gates,
                gates.state(everyFileSigned, row.releasedAt != null));
    }

    private Content content(RemediationRow row) {
        return new Content(
                row.kind,
                row.products,
                row.version,
                row.minimumVersion,
                prose.summary(row),
                prose.workaroundJa(row),
                prose.workaroundEn(row));
    }

    private static Dossier.History history(RemediationRow row) {
        return new Dossier.History(
                Set.copyOf(row.authors),
                row.createdBy,
                row.createdAt,
                row.changedBy,
                row.changedAt,
                row.verifiedHash,
                row.verifiedAt,
                row.releasedBy,
                row.releasedAt);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RemediationRow, UUID> {}
}
