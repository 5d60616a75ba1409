package org.hikeshi.release;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.signing.FirmwareKey;
import org.hikeshi.release.signing.KeyAtStart;
import org.jboss.logging.Logger;

/** What release is made of, once per service. */
@ApplicationScoped
class ReleaseBeans {
    private static final Logger LOG = Logger.getLogger(ReleaseBeans.class);

    @Produces
    @Singleton
    ArtifactStore artifacts(
            @ConfigProperty(name = "hikeshi.artifacts.folder") Path folder,
            @ConfigProperty(name = "hikeshi.artifacts.largest-bytes") long largestBytes) {
        return new ArtifactStore(folder, largestBytes);
    }

    /** Not at the first upload: a service that cannot sign must not start. */
    void start(@Observes StartupEvent event, FirmwareKey key) {
        LOG.infof("firmware is signed with key %s", key.id());
    }

    @Produces
    @Singleton
    FirmwareKey firmwareKey(
            @ConfigProperty(name = "hikeshi.signing.keystore") Path keystore,
            @ConfigProperty(name = "hikeshi.signing.password-file") Path passwordFile,
            @ConfigProperty(name = "hikeshi.workspace") String workspace,
            KeyAtStart atStart)
            throws IOException {
        char[] password = Files.readString(passwordFile).strip().toCharArray();
        return atStart.key(keystore, password, workspace.equals("trial"));
    }
}
