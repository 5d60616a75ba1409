package org.hikeshi.messaging.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SigningKey;

/** Gives a service under test its database, broker and keys. */
public class Surrounded implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Database database = PartsForTests.createDatabase("wiring");
        try {
            Path folder = Files.createTempDirectory("wiring");
            SigningKey key = SigningKey.generate("teller-1");
            key.write(folder.resolve("teller.pem"));
            Path keys = Files.createDirectory(folder.resolve("keys"));
            Instant from = Instant.now().minusSeconds(3600);
            KeyDirectory.write(
                    keys, new KeyEntry("teller-1", "teller", key.publicKey(), from, null, null));
            MasterKey.create(folder.resolve("master.p12"), "secret".toCharArray());
            Files.writeString(folder.resolve("master.password"), "secret\n", UTF_8);
            return Map.of(
                    "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                    "quarkus.datasource.username", database.user(),
                    "quarkus.datasource.password", database.password(),
                    "hikeshi.kafka", PartsForTests.bootstrapServers(),
                    "hikeshi.service-key", folder.resolve("teller.pem").toString(),
                    "hikeshi.key-directory", keys.toString(),
                    "hikeshi.master-keystore", folder.resolve("master.p12").toString(),
                    "hikeshi.master-password-file", folder.resolve("master.password").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the parts end with the JVM
    }
}
