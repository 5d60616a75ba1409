package org.hikeshi.web.workspace;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;

/** Ends the start of a service whose settings are not those of its workspace. */
@Startup
@Singleton
class DeployedWorkspace {

    DeployedWorkspace(Config config) {
        Optional<Path> keys = config.getOptionalValue("hikeshi.key-directory", Path.class);
        refusal(
                        new Settings(
                                text(config, "hikeshi.workspace").orElse("trial"),
                                text(config, "hikeshi.origin").orElse(""),
                                text(config, "hikeshi.people").isPresent(),
                                text(config, "hikeshi.oidc.server").orElse(""),
                                text(config, "hikeshi.oidc.secret-file").isPresent(),
                                text(config, "hikeshi.session-key").isPresent(),
                                keys.map(DeployedWorkspace::anyOfATrial).orElse(false)))
                .ifPresent(
                        reason -> {
                            throw new IllegalStateException(reason);
                        });
    }

    private static boolean anyOfATrial(Path directory) {
        return KeyDirectory.read(directory).entries().stream()
                .anyMatch(key -> key.kid().startsWith(KeyEntry.TRIAL));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    /**
     * What is judged.
     *
     * @param trialKeys whether a key is listed that was made for a trial
     */
    record Settings(
            String workspace,
            String origin,
            boolean localPeople,
            String provider,
            boolean clientSecret,
            boolean sessionKey,
            boolean trialKeys) {}

    /** Why a service with these settings may not start. */
    static Optional<String> refusal(Settings given) {
        return switch (given.workspace()) {
            case "trial" -> Optional.empty();
            case "deployed" -> ofDeployed(given);
            default ->
                    Optional.of(
                            "hikeshi.workspace (HIKESHI_WORKSPACE): trial or deployed, not "
                                    + given.workspace());
        };
    }

    private static Optional<String> ofDeployed(Settings given) {
        if (given.localPeople()) {
            return refused(
                    "hikeshi.people (HIKESHI_PEOPLE)",
                    "signs people in with an identity provider and refuses to start with local"
                            + " people");
        }
        if (!given.provider().startsWith("https://")) {
            return refused(
                    "hikeshi.oidc.server (HIKESHI_OIDC_SERVER)",
                    "needs the https address of an identity provider");
        }
        if (!given.clientSecret()) {
            return refused(
                    "hikeshi.oidc.secret-file (HIKESHI_OIDC_SECRET_FILE)",
                    "needs the secret of its client");
        }
        if (!given.sessionKey()) {
            return refused(
                    "hikeshi.session-key (HIKESHI_SESSION_KEY)",
                    "needs the key that all its services share");
        }
        if (!given.origin().startsWith("https://")) {
            return refused(
                    "hikeshi.origin (HIKESHI_ORIGIN)",
                    "is reached by https only, with TLS in front");
        }
        if (given.trialKeys()) {
            return refused(
                    "hikeshi.key-directory (HIKESHI_KEY_DIRECTORY)",
                    "trusts no key that was made for a trial (trial-*.json); make its own:"
                            + " HIKESHI_WORKSPACE=deployed ./hikeshi prepare");
        }
        return Optional.empty();
    }

    private static Optional<String> refused(String setting, String why) {
        return Optional.of(setting + ": a deployed workspace " + why);
    }
}
