package org.hikeshi.casefile;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SigningKey;

/**
 * What every service needs to start in a test: a real database and broker, its key, the default
 * policy. The others have keys too; a test speaks for them by {@link Neighbour}.
 */
public class RunningParts implements QuarkusTestResourceLifecycleManager {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private String service = "triage";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")), "parts-of-" + service);
            Path keys = Files.createDirectories(folder.resolve("keys"));
            for (String each : SERVICES) {
                SigningKey key = SigningKey.generate(each + "-1");
                key.write(folder.resolve(each + ".pem"));
                KeyDirectory.write(
                        keys,
                        new KeyEntry(key.kid(), each, key.publicKey(), Instant.EPOCH, null, null));
            }
            MasterKey.create(folder.resolve("master.p12"), "test".toCharArray());
            Files.writeString(folder.resolve("password"), "test");
            Files.writeString(
                    folder.resolve("policy.yaml"), PolicyFile.bundledText("default").orElseThrow());
            Database database = PartsForTests.createDatabase(service);
            return Map.of(
                    "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                    "quarkus.datasource.username", database.user(),
                    "quarkus.datasource.password", database.password(),
                    "hikeshi.kafka", PartsForTests.bootstrapServers(),
                    "hikeshi.service-key", folder.resolve(service + ".pem").toString(),
                    "hikeshi.key-directory", keys.toString(),
                    "hikeshi.master-keystore", folder.resolve("master.p12").toString(),
                    "hikeshi.master-password-file", folder.resolve("password").toString(),
                    "hikeshi.policy", folder.resolve("policy.yaml").toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        // The parts end with the JVM.
    }
}
