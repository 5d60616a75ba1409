package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.parts.Secrets;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SigningKey;

/** Keys and passwords of one installation, made once (files 0600) and kept. */
final class FirstSecrets {
    /** One per role of the policy's duties, and a second one where two people must agree. */
    static final List<String> PEOPLE =
            List.of(
                    "ciso",
                    "security-office",
                    "security-office-2",
                    "developer",
                    "developer-2",
                    "qa",
                    "supply-chain",
                    "communications",
                    "legal",
                    "it-operations",
                    "auditor");

    private final Premises premises;
    private final Clock clock;
    private final boolean trial;

    /** For a trial. */
    FirstSecrets(Premises premises, Clock clock) {
        this(premises, clock, true);
    }

    FirstSecrets(Premises premises, Clock clock, boolean trial) {
        this.trial = trial;
        this.premises = premises;
        this.clock = clock;
    }

    void make() throws IOException {
        people();
        staff();
        Secrets.keptIn(premises.trialSecret());
        Secrets.keptIn(intakeSecret());
        if (!Files.exists(premises.sessionKey())) {
            SessionSeal.create(premises.sessionKey());
        }
        for (String service : Premises.SERVICES) {
            Files.createDirectories(folder(service));
            Secrets.keptIn(databasePassword(service));
            masterKey(service);
            signingKey(service);
        }
    }

    private void people() throws IOException {
        if (!Files.exists(premises.people())) {
            String lines =
                    PEOPLE.stream()
                            .map(name -> name + ".password=" + Secrets.random() + "\n")
                            .collect(Collectors.joining());
            Secrets.write(premises.people(), lines.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Everybody of the trial has an address; what is sent there lies in the mailbox. */
    private void staff() throws IOException {
        if (!Files.exists(premises.staff())) {
            String lines =
                    PEOPLE.stream()
                            .map(
                                    name ->
                                            "%s = %s@example.com; both; %s\n"
                                                    .formatted(name, name, role(name)))
                            .collect(Collectors.joining());
            Secrets.write(
                    premises.staff(),
                    (lines + "deputy.ciso = security-office\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String role(String name) {
        return name.endsWith("-2") ? name.substring(0, name.length() - 2) : name;
    }

    private void masterKey(String service) throws IOException {
        String password = Secrets.keptIn(masterPassword(service));
        if (!Files.exists(masterKeystore(service))) {
            MasterKey.create(masterKeystore(service), password.toCharArray());
        }
    }

    private void signingKey(String service) {
        if (Files.exists(serviceKey(service))) {
            return;
        }
        SigningKey key = SigningKey.generate((trial ? KeyEntry.TRIAL : "") + service + "-1");
        // Listed first: a key that signs before it is listed would be refused by everybody.
        KeyDirectory.write(
                premises.keys(),
                new KeyEntry(
                        key.kid(),
                        service,
                        key.publicKey(),
                        clock.instant().minus(Duration.ofMinutes(1)),
                        null,
                        null));
        key.write(serviceKey(service));
    }

    private Path folder(String service) {
        return premises.secrets().resolve(service);
    }

    Path serviceKey(String service) {
        return folder(service).resolve("service-key.pem");
    }

    Path masterKeystore(String service) {
        return folder(service).resolve("master.p12");
    }

    Path masterPassword(String service) {
        return folder(service).resolve("master.password");
    }

    Path databasePassword(String service) {
        return premises.databasePassword(service);
    }

    /** Firmware is signed with the key in it; release makes it at its first start. */
    Path signingKeystore() {
        return folder("release").resolve("signing.p12");
    }

    Path intakeSecret() {
        return premises.secrets().resolve("access-keys.secret");
    }
}
