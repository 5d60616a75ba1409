package org.hikeshi.release.remediation;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.text.ApprovingText;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.web.FieldError;

/** A developer registers a mitigation or fix, or changes what it says. */
@ApplicationScoped
class RegisteringRemediation {
    private final Transactions transactions;
    private final Dossiers dossiers;
    private final Prose prose;
    private final Catalogue catalogue;
    private final CaseAccess access;
    private final SecurityIdentity identity;
    private final Following following;
    private final ApprovingText texts;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber")
    RegisteringRemediation(
            Transactions transactions,
            Dossiers dossiers,
            Prose prose,
            Catalogue catalogue,
            CaseAccess access,
            SecurityIdentity identity,
            Following following,
            ApprovingText texts,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.dossiers = dossiers;
        this.prose = prose;
        this.catalogue = catalogue;
        this.access = access;
        this.identity = identity;
        this.following = following;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the person could register anything for this case. */
    boolean may(CaseId caseId) {
        return access.maySee(caseId, identity)
                && Actor.on(caseId, access, identity).is("developer");
    }

    /** The same, where no case is named: whoever never registers learns nothing of the words. */
    boolean mayAtAll() {
        return Actor.of(identity).is("developer");
    }

    /** The products the person mends, by name: for nothing else they register a remedy. */
    List<Product> mended() {
        String me = Actor.of(identity).staff();
        return transactions.inTransaction(connection -> catalogue.products()).stream()
                .filter(product -> product.developers().contains(me))
                .toList();
    }

    Verdict<Dossier> register(CaseId caseId, Content content) {
        Actor actor = Actor.of(identity);
        if (!may(caseId)) {
            return new Verdict.Absent<>();
        }
        return transactions.inTransaction(
                connection -> {
                    Verdict<List<Product>> products = products(content, actor);
                    if (!(products instanceof Verdict.Done<List<Product>>)) {
                        return products.then(none -> new Verdict.Absent<>());
                    }
                    return new Verdict.Done<>(write(connection, caseId, content, actor));
                });
    }

    private Dossier write(Connection connection, CaseId caseId, Content content, Actor actor)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = new RemediationRow();
        row.id = UUID.randomUUID();
        row.caseId = caseId.value();
        row.kind = content.kind();
        row.createdBy = actor.staff();
        row.createdAt = now;
        row.authors = authors(List.of(), actor.staff(), access.standsInFor(caseId, identity));
        fill(row, content, List.of());
        row.changedBy = actor.staff();
        row.changedAt = now;
        dossiers.persist(row);
        audit.record(
                connection,
                AuditEntry.of(actor.staff(), "remediation-registered", row.id.toString(), now));
        Dossier dossier = dossiers.of(row.id).orElseThrow();
        following.after(connection, dossier, actor, now);
        return dossier;
    }

    /** Changes everything but the kind; called inside {@link Acting}. */
    Verdict<Dossier> edit(Acting.Scene scene, Content content) {
        Verdict<List<Product>> products = products(content, scene.actor());
        if (!(products instanceof Verdict.Done<List<Product>>)) {
            return products.then(none -> new Verdict.Absent<>());
        }
        RemediationRow row = dossiers.row(scene.dossier().id());
        fill(row, content, scene.dossier().files());
        touched(row, scene);
        Dossier edited = dossiers.of(row.id).orElseThrow();
        texts.recompose(
                edited.id(), edited.products(), edited.content().version(), scene.writing());
        return new Verdict.Done<>(edited);
    }

    /** The content is another one from now on, and this person's work too. */
    static void touched(RemediationRow row, Acting.Scene scene) {
        row.authors = authors(row.authors, scene.actor().staff(), scene.absent());
        row.changedBy = scene.actor().staff();
        row.changedAt = scene.now();
    }

    /** Whoever somebody stood in for when they wrote is no second person for it later either. */
    private static List<String> authors(List<String> before, String by, Set<String> absent) {
        Set<String> all = new LinkedHashSet<>(before);
        all.add(by);
        absent.stream().sorted().forEach(all::add);
        return List.copyOf(all);
    }

    private void fill(
            RemediationRow row,
            Content content,
            List<org.hikeshi.release.artifact.ArtifactFile> files) {
        row.products = content.products();
        row.version = content.version();
        row.minimumVersion = content.minimumVersion();
        prose.write(row, content);
        row.contentHash = content.hash(files);
    }

    private Verdict<List<Product>> products(Content content, Actor actor) {
        List<Product> known = new ArrayList<>();
        for (int at = 0; at < content.products().size(); at++) {
            Optional<Product> product = catalogue.product(content.products().get(at));
            if (product.isEmpty()) {
                return new Verdict.Unfit<>(
                        List.of(FieldError.at("/products/" + at, "unknown-product")));
            }
            if (!product.get().developers().contains(actor.staff())) {
                return new Verdict.Absent<>();
            }
            known.add(product.get());
        }
        return new Verdict.Done<>(known);
    }
}
