package org.hikeshi.release.artifact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of remediations, and which of them are offered. Inside the caller's transaction. */
@ApplicationScoped
public class Artifacts {
    private final Rows rows;
    private final ReleasedRows released;

    Artifacts(Rows rows, ReleasedRows released) {
        this.rows = rows;
        this.released = released;
    }

    /** A file that is offered to the public and to devices. */
    public record Released(ArtifactFile file, Instant releasedAt) {}

    /** Puts or replaces the file of a model and version; a manifest of the old one goes. */
    public void put(ArtifactFile file) {
        ArtifactRow row = rows.findById(key(file.remediation(), file.model(), file.version()));
        if (row == null) {
            row = new ArtifactRow();
            row.remediation = file.remediation();
            row.model = file.model();
            row.version = file.version();
            row.set(file);
            rows.persist(row);
        } else {
            row.set(file);
        }
    }

    /** All files of a remediation, by model and version. */
    public List<ArtifactFile> of(UUID remediation) {
        return rows.list("remediation = ?1 order by model, version", remediation).stream()
                .map(ArtifactRow::file)
                .toList();
    }

    public Optional<ArtifactFile> of(UUID remediation, String model, String version) {
        return rows.findByIdOptional(key(remediation, model, version)).map(ArtifactRow::file);
    }

    /** The exact bytes of manifest.json, once signed. */
    public Optional<byte[]> manifest(ArtifactFile file) {
        return rows.findByIdOptional(key(file.remediation(), file.model(), file.version()))
                .flatMap(row -> Optional.ofNullable(row.manifest));
    }

    /** Keeps the manifest of a file that has none yet; the first one stays. */
    public void keepManifest(ArtifactFile file, byte[] manifest) {
        ArtifactRow row = rows.findById(key(file.remediation(), file.model(), file.version()));
        if (row.manifest == null) {
            row.manifest = manifest;
        }
    }

    /** What is offered for a model and version. */
    public Optional<Released> released(String model, String version) {
        return released.findByIdOptional(new ReleasedRow.Key(model, version)).map(this::released);
    }

    /** Everything offered for a model, newest first. */
    public List<Released> releasedFor(String model) {
        return released.list("model = ?1 order by releasedAt desc, version desc", model).stream()
                .map(this::released)
                .toList();
    }

    /** Models for which something is offered. */
    public List<String> releasedModels() {
        return released.find("select distinct r.model from ReleasedRow r order by r.model")
                .project(String.class)
                .list();
    }

    /**
     * Offers a file for its model and version from now on.
     *
     * @return false if other bytes are offered there
     */
    public boolean release(ArtifactFile file, Instant at) {
        Optional<Released> there = released(file.model(), file.version());
        if (there.isPresent()) {
            return there.get().file().sha256().equals(file.sha256());
        }
        var row = new ReleasedRow();
        row.model = file.model();
        row.version = file.version();
        row.remediation = file.remediation();
        row.releasedAt = at;
        released.persist(row);
        return true;
    }

    private Released released(ReleasedRow row) {
        ArtifactRow file = rows.findById(key(row.remediation, row.model, row.version));
        return new Released(file.file(), row.releasedAt);
    }

    private static ArtifactRow.Key key(UUID remediation, String model, String version) {
        return new ArtifactRow.Key(remediation, model, version);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ArtifactRow, ArtifactRow.Key> {}

    @ApplicationScoped
    static class ReleasedRows implements PanacheRepositoryBase<ReleasedRow, ReleasedRow.Key> {}
}
