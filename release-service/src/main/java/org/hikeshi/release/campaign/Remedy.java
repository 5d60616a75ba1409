package org.hikeshi.release.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.catalogue.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign brings.
 *
 * @param version of a fix; null for a mitigation without one
 * @param released whether it has left the house: nothing else is distributed
 */
record Remedy(
        UUID id,
        UUID caseId,
        List<UUID> products,
        @Nullable String version,
        boolean released,
        List<ArtifactFile> files) {
    Remedy {
        products = List.copyOf(products);
        files = List.copyOf(files);
    }

    /** The newest file for a model. */
    Optional<ArtifactFile> fileFor(String model) {
        return files.stream()
                .filter(file -> file.model().equals(model))
                .max(Comparator.comparing(ArtifactFile::version, VersionOrder::compare));
    }

    /** The version that makes a unit of this model safe; null if no version tells. */
    @Nullable String safeVersion(String model) {
        return fileFor(model).map(ArtifactFile::version).orElse(version);
    }
}
