package org.hikeshi.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SigningKey;
import org.hikeshi.trust.openpgp.DeskCertificate;
import org.hikeshi.trust.openpgp.DeskKeyFiles;

/** A real database and broker, keys of intake and of the notifier, and the default policy. */
public class IntakeParts implements QuarkusTestResourceLifecycleManager {

    static final Path FOLDER = Path.of("target", "intake-parts").toAbsolutePath();

    @Override
    public Map<String, String> start() {
        try {
            return configuration();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> configuration() throws IOException {
        Path folder =
                Files.createDirectories(
                        FOLDER.resolve(HexFormat.of().toHexDigits(System.nanoTime())));
        Path keys = Files.createDirectories(folder.resolve("keys"));
        Map<String, String> all = new HashMap<>();
        Database database = PartsForTests.createDatabase("intake");
        all.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        all.put("quarkus.datasource.username", database.user());
        all.put("quarkus.datasource.password", database.password());
        all.put("hikeshi.kafka", PartsForTests.bootstrapServers());
        all.put("hikeshi.service-key", key(folder, keys, "intake").toString());
        all.put("hikeshi.key-directory", keys.toString());
        System.setProperty("hikeshi.test.notifier-key", key(folder, keys, "notifier").toString());
        for (String neighbour : List.of("triage", "release", "disclosure")) {
            System.setProperty(
                    "hikeshi.test." + neighbour + "-key", key(folder, keys, neighbour).toString());
        }
        String people =
                String.join(
                        "\n",
                        Stream.of(
                                        "security-office",
                                        "security-office-2",
                                        "ciso",
                                        "developer",
                                        "communications",
                                        "auditor",
                                        "it-operations")
                                .map(name -> name + ".password=pass-" + name)
                                .toList());
        all.put(
                "hikeshi.people",
                Files.writeString(folder.resolve("people.properties"), people).toString());
        Path password = Files.writeString(folder.resolve("password"), "correct horse\n");
        MasterKey.create(folder.resolve("master.p12"), "correct horse".toCharArray());
        all.put("hikeshi.master-keystore", folder.resolve("master.p12").toString());
        all.put("hikeshi.master-password-file", password.toString());
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        all.put(
                "hikeshi.intake-secret-file",
                Files.write(folder.resolve("intake.secret"), secret).toString());
        all.put("hikeshi.openpgp-key", certificate(folder).toString());
        String policy = PolicyFile.bundledText(PolicyFile.bundled().getFirst()).orElseThrow();
        all.put(
                "hikeshi.policy",
                Files.writeString(folder.resolve("policy.yaml"), policy, StandardCharsets.UTF_8)
                        .toString());
        return all;
    }

    /** Returns intake's own subkeys; tests find the public part by a system property. */
    private static Path certificate(Path folder) {
        DeskKeyFiles files =
                new DeskKeyFiles(
                        folder.resolve("openpgp-primary.asc"),
                        folder.resolve("openpgp-intake.asc"),
                        folder.resolve("openpgp-notifier.asc"),
                        folder.resolve("openpgp-disclosure.asc"),
                        folder.resolve("openpgp-key.asc"));
        DeskCertificate.create(files, "Desk <security@example.com>", Instant.now());
        System.setProperty("hikeshi.test.openpgp-certificate", files.certificate().toString());
        return files.intake();
    }

    private static Path key(Path folder, Path directory, String service) throws IOException {
        SigningKey key = SigningKey.generate(service + "-1");
        Path pem = folder.resolve(service + ".pem");
        key.write(pem);
        Files.writeString(
                directory.resolve(service + "-1.json"),
                "{\"kid\":\"%s-1\",\"service\":\"%s\",\"publicKey\":\"%s\",\"from\":\"%s\"}"
                        .formatted(service, service, key.publicKey().base64(), Instant.EPOCH));
        return pem;
    }

    @Override
    public void stop() {
        // The parts end with the JVM.
    }
}
