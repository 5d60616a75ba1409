package org.hikeshi.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.signing.FirmwareKey;
import org.hikeshi.release.signing.KeyAtStart;

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
