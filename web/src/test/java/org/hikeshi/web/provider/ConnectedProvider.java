package org.hikeshi.web.provider;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hikeshi.trust.SessionSeal;
import org.jspecify.annotations.Nullable;

/** A service whose people come from a scripted provider; no local people. */
public class ConnectedProvider implements QuarkusTestProfile {

    private static @Nullable ScriptedProvider running;
    private static @Nullable SessionSeal shared;

    static ScriptedProvider provider() {
        return Objects.requireNonNull(running);
    }

    /** With the key that the service has. */
    static SessionSeal seal() {
        return Objects.requireNonNull(shared);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("hikeshi.people", "");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Running.class));
    }

    /** Runs as long as the service. */
    public static class Running implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            try {
                ScriptedProvider begun = new ScriptedProvider();
                running = begun;
                Path folder = Files.createTempDirectory("provider");
                Path secret = Files.writeString(folder.resolve("secret"), ScriptedProvider.SECRET);
                Path key = folder.resolve("session.key");
                SessionSeal.create(key);
                shared = SessionSeal.read(key);
                return Map.of(
                        "hikeshi.oidc.server", begun.address(),
                        "hikeshi.oidc.secret-file", secret.toString(),
                        "hikeshi.session-key", key.toString());
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void stop() {
            provider().close();
        }
    }
}
