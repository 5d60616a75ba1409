package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.policy.RemedyKind;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.artifact.Digests;
import org.hikeshi.release.artifact.Received;
import org.hikeshi.web.FieldError;

/**
 * A developer puts a file. Whether that is allowed is asked before the first byte is read and again
 * when all are there; only then does the file belong to the remediation.
 */
@ApplicationScoped
class UploadingFile {
    private final Acting acting;
    private final Dossiers dossiers;
    private final Artifacts artifacts;
    private final ArtifactStore store;

    UploadingFile(Acting acting, Dossiers dossiers, Artifacts artifacts, ArtifactStore store) {
        this.acting = acting;
        this.dossiers = dossiers;
        this.artifacts = artifacts;
        this.store = store;
    }

    /** Where a file belongs. */
    record Place(UUID remediation, String model, String version, String suffix) {}

    /** Bytes that were refused by the store, or what became of them. */
    sealed interface Uploaded {
        record Answered(Verdict<ArtifactFile> verdict) implements Uploaded {}

        record NotKept(Received why) implements Uploaded {}
    }

    /**
     * @throws IOException if the line breaks before the last byte: nothing has changed
     */
    Uploaded upload(
            Place place, Optional<String> ifMatch, InputStream bytes, ArtifactStore.Said said)
            throws IOException {
        Acting.Binding binding = Acting.Binding.ifSaid(ifMatch);
        Verdict<Dossier> may =
                acting.look(place.remediation(), RemediationAction.UPLOAD, binding)
                        .then(dossier -> fits(dossier, place));
        if (!(may instanceof Verdict.Done<Dossier>)) {
            return new Uploaded.Answered(may.then(dossier -> new Verdict.Absent<>()));
        }
        Received received = store.receive(bytes, said);
        return received instanceof Received.Kept kept
                ? new Uploaded.Answered(
                        acting.act(
                                place.remediation(),
                                RemediationAction.UPLOAD,
                                binding,
                                scene -> put(scene, place, kept.digests())))
                : new Uploaded.NotKept(received);
    }

    private Verdict<ArtifactFile> put(Acting.Scene scene, Place place, Digests digests) {
        return fits(scene.dossier(), place)
                .then(
                        dossier -> {
                            ArtifactFile file = file(scene, place, digests);
                            artifacts.put(file);
                            RemediationRow row = dossiers.row(dossier.id());
                            row.contentHash =
                                    dossier.content().hash(artifacts.of(place.remediation()));
                            RegisteringRemediation.touched(row, scene);
                            return new Verdict.Done<>(file);
                        });
    }

    private static ArtifactFile file(Acting.Scene scene, Place place, Digests digests) {
        return new ArtifactFile(
                place.remediation(),
                place.model(),
                place.version(),
                place.suffix(),
                digests.sha256(),
                digests.sha1(),
                digests.md5(),
                digests.size(),
                scene.actor().staff(),
                scene.now());
    }

    private static Verdict<Dossier> fits(Dossier dossier, Place place) {
        if (dossier.products().stream().noneMatch(p -> p.models().contains(place.model()))) {
            return new Verdict.Unfit<>(List.of(FieldError.at("/model", "not-a-model")));
        }
        return dossier.content().kind() == RemedyKind.FIX
                        && !place.version().equals(dossier.content().version())
                ? new Verdict.Unfit<>(List.of(FieldError.at("/version", "other-version")))
                : new Verdict.Done<>(dossier);
    }
}
