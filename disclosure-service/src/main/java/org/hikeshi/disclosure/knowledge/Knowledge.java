package org.hikeshi.disclosure.knowledge;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.UnreadableEvent;

/** What was heard, in the database. Called inside a transaction. */
@ApplicationScoped
public class Knowledge {
    private static final String KEEP_FACT =
            "INSERT INTO remedy_fact (case_id, remediation_id, kind, at)"
                    + " VALUES (:caseId, :remedy, :kind, :at) ON CONFLICT DO NOTHING";
    private static final String KEEP_ASSESSMENT =
            "INSERT INTO assessed_case (case_id, revision, said) VALUES (:caseId, :revision, :said)"
                    + " ON CONFLICT (case_id) DO UPDATE SET revision = EXCLUDED.revision,"
                    + " said = EXCLUDED.said WHERE assessed_case.revision < EXCLUDED.revision";
    private final EventCodec codec = new EventCodec();
    private final Facts facts;
    private final Assessments assessments;
    private final KnownProducts products;

    Knowledge(Facts facts, Assessments assessments, KnownProducts products) {
        this.facts = facts;
        this.assessments = assessments;
        this.products = products;
    }

    void keep(CaseId caseId, UUID remedy, RemedyStage stage, Instant at) {
        facts.getEntityManager()
                .createNativeQuery(KEEP_FACT)
                .setParameter("caseId", caseId.value())
                .setParameter("remedy", remedy)
                .setParameter("kind", stage.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    void keep(Scored scored, byte[] said) {
        assessments
                .getEntityManager()
                .createNativeQuery(KEEP_ASSESSMENT)
                .setParameter("caseId", scored.caseId().value())
                .setParameter("revision", scored.revision())
                .setParameter("said", said)
                .executeUpdate();
    }

    public Set<RemedyStage> remedies(CaseId caseId) {
        Set<RemedyStage> stages = EnumSet.noneOf(RemedyStage.class);
        facts.list("caseId", caseId.value()).forEach(fact -> stages.add(fact.kind));
        return stages;
    }

    /** The assessment that counts; empty until the case was scored. */
    public Optional<Scored> assessment(CaseId caseId) {
        return assessments.findByIdOptional(caseId.value()).map(this::read);
    }

    private Scored read(AssessedCase row) {
        try {
            return (Scored) codec.decode(EventType.SCORED.ceType(), row.said);
        } catch (UnreadableEvent unreadable) {
            throw new IllegalStateException("a kept assessment cannot be read", unreadable);
        }
    }

    /** Public name of a product; empty if the catalogue has not told it. */
    public String productName(String productId) {
        return product(productId).map(product -> product.name().value()).orElse("");
    }

    public List<String> models(String productId) {
        return product(productId)
                .map(product -> product.models().stream().map(Object::toString).toList())
                .orElse(List.of());
    }

    private Optional<ProductChanged> product(String productId) {
        try {
            return products.find(ProductId.parse(productId));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @ApplicationScoped
    static class Facts implements PanacheRepositoryBase<RemedyFact, RemedyFact.Key> {}

    @ApplicationScoped
    static class Assessments implements PanacheRepositoryBase<AssessedCase, UUID> {}
}
