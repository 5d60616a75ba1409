package org.hikeshi.release.artifact;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of a remediation.
 *
 * @param suffix last part of the name it is offered under, without the dot
 * @param sha256 its name in the {@link ArtifactStore}
 */
public record ArtifactFile(
        UUID remediation,
        String model,
        String version,
        String suffix,
        String sha256,
        String sha1,
        String md5,
        long size,
        String uploadedBy,
        Instant uploadedAt) {

    /** The name it is offered under; model and version only, never what it repairs. */
    public String name() {
        return model + "-" + version + "." + suffix;
    }
}
