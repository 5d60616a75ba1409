package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.TellingReporter;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.FixedVersion;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.Version;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.catalogue.ChangingProduct;
import org.hikeshi.release.text.PreDisclosure;

/**
 * A remedy leaves the house: its files are offered, the fact is said with the hash of what
 * customers may read, and the reporter is told the workaround. Nothing about it changes any more.
 */
@ApplicationScoped
class ReleasingRemedy {
    private final Acting acting;
    private final Dossiers dossiers;
    private final Artifacts artifacts;
    private final ChangingProduct catalogue;
    private final CaseEvents events;
    private final TellingReporter telling;

    ReleasingRemedy(
            Acting acting,
            Dossiers dossiers,
            Artifacts artifacts,
            ChangingProduct catalogue,
            CaseEvents events,
            TellingReporter telling) {
        this.acting = acting;
        this.dossiers = dossiers;
        this.artifacts = artifacts;
        this.catalogue = catalogue;
        this.events = events;
        this.telling = telling;
    }

    Verdict<Dossier> release(UUID id, Optional<String> ifMatch) {
        return acting.act(
                id, RemediationAction.RELEASE, Acting.Binding.ifSaid(ifMatch), this::release);
    }

    private Verdict<Dossier> release(Acting.Scene scene) throws SQLException {
        Dossier dossier = scene.dossier();
        Optional<PreDisclosure> text = dossier.text().filter(PreDisclosure::approved);
        if (!dossier.withoutFile().isEmpty()) {
            return new Verdict.Refused<>(Refusal.FILE_MISSING);
        }
        if (text.isEmpty()) {
            return new Verdict.Refused<>(Refusal.TEXT_NOT_APPROVED);
        }
        if (dossier.files().stream().anyMatch(this::taken)) {
            return new Verdict.Refused<>(Refusal.VERSION_TAKEN);
        }
        dossier.files().forEach(file -> artifacts.release(file, scene.now()));
        RemediationRow row = dossiers.row(dossier.id());
        row.releasedBy = scene.actor().staff();
        row.releasedAt = scene.now();
        String version = dossier.content().version();
        if (dossier.content().kind() == RemedyKind.FIX && version != null) {
            for (UUID product : dossier.content().products().stream().sorted().toList()) {
                catalogue.shipped(scene.connection(), product, version, scene.actor(), scene.now());
            }
        }
        CaseEvent fact = fact(dossier, new ContentHash(text.get().hash()), scene.now());
        UUID event = events.say(scene.connection(), fact, null);
        tell(scene, event);
        return new Verdict.Done<>(dossier);
    }

    private boolean taken(ArtifactFile file) {
        return artifacts
                .released(file.model(), file.version())
                .filter(there -> !there.file().sha256().equals(file.sha256()))
                .isPresent();
    }

    private static CaseEvent fact(Dossier dossier, ContentHash text, Instant now) {
        RemediationId id = new RemediationId(dossier.id());
        List<ProductId> products =
                dossier.content().products().stream().map(ProductId::new).toList();
        String version = dossier.content().version();
        return dossier.content().kind() == RemedyKind.MITIGATION || version == null
                ? new MitigationReady(dossier.caseId(), id, products, now, text)
                : new PatchReady(
                        dossier.caseId(),
                        id,
                        products.stream()
                                .map(product -> new FixedVersion(product, new Version(version)))
                                .toList(),
                        now,
                        text);
    }

    private void tell(Acting.Scene scene, UUID event) throws SQLException {
        Map<Language, String> workaround = new EnumMap<>(Language.class);
        Content content = scene.dossier().content();
        if (content.workaroundJa() != null) {
            workaround.put(Language.JA, content.workaroundJa());
        }
        if (content.workaroundEn() != null) {
            workaround.put(Language.EN, content.workaroundEn());
        }
        if (content.kind() == RemedyKind.MITIGATION && !workaround.isEmpty()) {
            telling.tell(
                    scene.connection(),
                    scene.dossier().caseId(),
                    null,
                    event,
                    ToldKind.WORKAROUND,
                    workaround);
        }
    }
}
