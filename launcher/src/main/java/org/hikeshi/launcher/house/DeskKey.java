package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.trust.openpgp.DeskCertificate;
import org.hikeshi.trust.openpgp.DeskKeyFiles;
import org.hikeshi.trust.openpgp.OpenPgpCertificate;

/**
 * The desk's OpenPGP certificate in this folder: made at the first start, renewed by {@code
 * ./hikeshi key rotate}. The primary key stays here; each service is told the path of its own file.
 */
public final class DeskKey {
    private final DeskKeyFiles files;
    private final Clock clock;

    public DeskKey(Premises premises, Clock clock) {
        this.clock = clock;
        this.files =
                new DeskKeyFiles(
                        premises.secrets().resolve("openpgp/primary.asc"),
                        own(premises, "intake"),
                        own(premises, "notifier"),
                        own(premises, "disclosure"),
                        premises.openPgpCertificate());
    }

    /** A service's own subkeys; empty for services that have none. */
    static Optional<Path> of(Premises premises, String service) {
        Path file = own(premises, service);
        return switch (service) {
            case "intake", "notifier", "disclosure" -> Optional.of(file);
            default -> Optional.empty();
        };
    }

    void makeOnce(Policy policy) throws IOException {
        if (!Files.exists(files.primary())) {
            create(policy);
        }
    }

    /** Makes the certificate. One that is there already is a {@link Refusal}. */
    public void create(Policy policy) throws IOException {
        if (Files.exists(files.primary())) {
            throw new Refusal(
                    "There is a certificate already ("
                            + fingerprint()
                            + "); ./hikeshi key rotate renews it.",
                    "証明書はすでにあります(" + fingerprint() + ")。更新は ./hikeshi key rotate です。");
        }
        Files.createDirectories(files.primary().getParent());
        DeskCertificate.create(files, userId(policy), clock.instant());
    }

    /** Adds new subkeys and prolongs it. None there is a {@link Refusal}. */
    public void rotate() {
        if (!Files.exists(files.primary())) {
            throw new Refusal(
                    "There is no certificate yet: ./hikeshi key create",
                    "証明書がまだありません: ./hikeshi key create");
        }
        DeskCertificate.rotate(files, clock.instant());
    }

    /** In groups of four digits, as people compare it. */
    public String fingerprint() {
        return OpenPgpCertificate.read(files.certificate()).fingerprintInGroups();
    }

    public Path certificate() {
        return files.certificate();
    }

    /** {@code Example Devices product security desk <security@example.com>}. */
    static String userId(Policy policy) {
        String name = policy.organisation().name().getOrDefault(Language.EN, first(policy));
        String mail =
                policy.contacts().stream()
                        .flatMap(contact -> contact.mail().stream())
                        .findFirst()
                        .map(address -> " <" + address + ">")
                        .orElse("");
        return name + " product security desk" + mail;
    }

    private static String first(Policy policy) {
        return policy.organisation().name().values().iterator().next();
    }

    private static Path own(Premises premises, String service) {
        return premises.secrets().resolve(service).resolve("openpgp.asc");
    }
}
