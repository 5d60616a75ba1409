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
        refusal(config)
                .ifPresent(
                        reason -> {
                            throw new IllegalStateException(reason);
                        });
    }

    /** Why a service with this configuration may not start. */
    static Optional<String> refusal(Config config) {
        String workspace = text(config, "hikeshi.workspace").orElse("trial");
        return switch (workspace) {
            case "trial" -> Optional.empty();
            case "deployed" ->
                    ofPeople(config).or(() -> ofPlace(config)).or(() -> ofFramework(config));
            default ->
                    Optional.of(
                            "hikeshi.workspace (HIKESHI_WORKSPACE): trial or deployed, not "
                                    + workspace);
        };
    }

    private static Optional<String> ofPeople(Config config) {
        if (text(config, "hikeshi.people").isPresent()) {
            return refused(
                    "hikeshi.people (HIKESHI_PEOPLE)",
                    "signs people in with an identity provider and refuses to start with local"
                            + " people");
        }
        if (!isHttps(config, "hikeshi.oidc.server")) {
            return refused(
                    "hikeshi.oidc.server (HIKESHI_OIDC_SERVER)",
                    "needs the https address of an identity provider");
        }
        if (text(config, "hikeshi.oidc.secret-file").isEmpty()) {
            return refused(
                    "hikeshi.oidc.secret-file (HIKESHI_OIDC_SECRET_FILE)",
                    "needs the secret of its client");
        }
        return Optional.empty();
    }

    private static Optional<String> ofPlace(Config config) {
        if (text(config, "hikeshi.session-key").isEmpty()) {
            return refused(
                    "hikeshi.session-key (HIKESHI_SESSION_KEY)",
                    "needs the key that all its services share");
        }
        if (!isHttps(config, "hikeshi.origin")) {
            return refused(
                    "hikeshi.origin (HIKESHI_ORIGIN)",
                    "is reached by https only, with TLS in front");
        }
        if (text(config, "hikeshi.key-directory")
                .map(Path::of)
                .filter(DeployedWorkspace::anyOfATrial)
                .isPresent()) {
            return refused(
                    "hikeshi.key-directory (HIKESHI_KEY_DIRECTORY)",
                    "trusts no key that was made for a trial (trial-*.json); make its own:"
                            + " HIKESHI_WORKSPACE=deployed ./hikeshi prepare");
        }
        return Optional.empty();
    }

    private static Optional<String> ofFramework(Config config) {
        return FrameworkSettings.refused(config)
                .flatMap(
                        name ->
                                refused(
                                        name,
                                        "takes no setting of the framework that could weaken its"
                                                + " sign-in; hikeshi.oidc.* says what there is"));
    }

    private static boolean anyOfATrial(Path directory) {
        return KeyDirectory.read(directory).entries().stream()
                .anyMatch(key -> key.kid().startsWith(KeyEntry.TRIAL));
    }

    private static boolean isHttps(Config config, String name) {
        return text(config, name).filter(value -> value.startsWith("https://")).isPresent();
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    private static Optional<String> refused(String setting, String why) {
        return Optional.of(setting + ": a deployed workspace " + why);
    }
}
