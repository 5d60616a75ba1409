package org.hikeshi.notifier.letter;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.openpgp.OpenPgpCertificate;

/**
 * The fingerprint of the desk's OpenPGP certificate, if the house has one, as people compare it.
 */
@Singleton
public class DeskFingerprint {
    private final Optional<String> groups;

    @Inject
    DeskFingerprint(
            @ConfigProperty(name = "hikeshi.openpgp-certificate") Optional<Path> certificate) {
        this(
                certificate
                        .filter(Files::exists)
                        .map(OpenPgpCertificate::read)
                        .map(OpenPgpCertificate::fingerprintInGroups)
                        .orElse(""));
    }

    /**
     * @param groups empty if there is no certificate
     */
    public DeskFingerprint(String groups) {
        this.groups = Optional.of(groups).filter(some -> !some.isEmpty());
    }

    public Optional<String> inGroups() {
        return groups;
    }
}
