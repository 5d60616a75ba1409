package org.hikeshi.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.release.artifact.ArtifactStore;

/** What release is made of, once per service. */
@ApplicationScoped
class ReleaseBeans {

    @Produces
    @Singleton
    ArtifactStore artifacts(
            @ConfigProperty(name = "hikeshi.artifacts.folder") Path folder,
            @ConfigProperty(name = "hikeshi.artifacts.largest-bytes") long largestBytes) {
        return new ArtifactStore(folder, largestBytes);
    }
}
