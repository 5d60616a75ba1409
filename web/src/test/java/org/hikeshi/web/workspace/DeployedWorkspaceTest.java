package org.hikeshi.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SigningKey;
import org.hikeshi.web.provider.ProviderSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The five services' own properties under an environment, as each would find them at its start. */
class DeployedWorkspaceTest {

    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    @TempDir Path folder;

    private final Map<String, String> deployed = new HashMap<>();

    @BeforeEach
    void everythingOfItsOwn() throws Exception {
        Path keys = folder.resolve("keys");
        list(keys, "intake-1");
        Path session = folder.resolve("session.key");
        SessionSeal.create(session);
        Path secret = Files.writeString(folder.resolve("oidc.secret"), "a-secret");
        deployed.putAll(
                Map.of(
                        "HIKESHI_WORKSPACE",
                        "deployed",
                        "HIKESHI_ORIGIN",
                        "https://security.example.com",
                        "HIKESHI_OIDC_SERVER",
                        "https://id.example.com/realms/hikeshi",
                        "HIKESHI_OIDC_SECRET_FILE",
                        secret.toString(),
                        "HIKESHI_SESSION_KEY",
                        session.toString(),
                        "HIKESHI_KEY_DIRECTORY",
                        keys.toString()));
    }

    private static void list(Path keys, String kid) throws Exception {
        Files.createDirectories(keys);
        SigningKey key = SigningKey.generate(kid);
        KeyDirectory.write(
                keys,
                new KeyEntry(
                        kid,
                        "intake",
                        key.publicKey(),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        null,
                        null));
    }

    private static Config config(String service, Map<String, String> environment) throws Exception {
        Path own = Path.of("../" + service + "-service/src/main/resources/application.properties");
        Path common = Path.of("src/main/resources/META-INF/microprofile-config.properties");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withSources(
                        new PropertiesConfigSource(common.toUri().toURL(), 100),
                        new PropertiesConfigSource(own.toUri().toURL(), 250),
                        new EnvConfigSource(environment, 300))
                .withSources(new ProviderSettings())
                .build();
    }

    private Optional<String> refusalWith(String service, String variable, String value)
            throws Exception {
        Map<String, String> changed = new HashMap<>(deployed);
        changed.put(variable, value);
        return DeployedWorkspace.refusal(config(service, changed));
    }

    @Test
    void eachServiceStartsDeployedWithEverythingOfItsOwn() throws Exception {
        for (String service : SERVICES) {
            Config config = config(service, deployed);
            assertThat(DeployedWorkspace.refusal(config)).as(service).isEmpty();
            assertThat(config.getValue("quarkus.oidc.tenant-enabled", String.class))
                    .as(service)
                    .isEqualTo("true");
            assertThat(
                            config.getValue(
                                    "quarkus.oidc.authentication.cookie-force-secure",
                                    String.class))
                    .as(service)
                    .isEqualTo("true");
        }
    }

    @Test
    void aTrialStartsWithWhatTheLauncherMade() throws Exception {
        Path keys = folder.resolve("trial-keys");
        list(keys, "trial-intake-1");
        Map<String, String> trial =
                Map.of(
                        "HIKESHI_PEOPLE", "people.properties",
                        "HIKESHI_KEY_DIRECTORY", keys.toString(),
                        "QUARKUS_OIDC_TLS_VERIFICATION", "none");
        for (String service : SERVICES) {
            assertThat(DeployedWorkspace.refusal(config(service, trial))).as(service).isEmpty();
        }
    }

    @Test
    void aKeyOfATrialAmongItsOwnIsRefused() throws Exception {
        list(folder.resolve("keys"), "trial-notifier-1");
        assertThat(DeployedWorkspace.refusal(config("triage", deployed)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("HIKESHI_KEY_DIRECTORY"));
    }

    @ParameterizedTest
    @CsvSource({
        "HIKESHI_PEOPLE, people.properties",
        "HIKESHI_OIDC_SERVER, ''",
        "HIKESHI_OIDC_SERVER, http://id.example.com",
        "HIKESHI_OIDC_SECRET_FILE, ''",
        "HIKESHI_SESSION_KEY, ''",
        "HIKESHI_ORIGIN, ''",
        "HIKESHI_ORIGIN, http://security.example.com",
        "HIKESHI_WORKSPACE, Deployed"
    })
    void eachThingOfATrialIsRefusedByNameAtEachService(String variable, String value)
            throws Exception {
        for (String service : SERVICES) {
            assertThat(refusalWith(service, variable, value))
                    .as(service)
                    .hasValueSatisfying(reason -> assertThat(reason).contains(variable));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "QUARKUS_OIDC_TLS_VERIFICATION, none",
        "QUARKUS_OIDC_PUBLIC_KEY, MIIB",
        "QUARKUS_OIDC_TOKEN_ISSUER, any",
        "QUARKUS_OIDC_TOKEN_AUDIENCE, any",
        "QUARKUS_OIDC_TOKEN_VERIFY_ACCESS_TOKEN_WITH_USER_INFO, true",
        "QUARKUS_OIDC_TOKEN_LIFESPAN_GRACE, 86400",
        "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_REQUIRED, false",
        "QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE, false",
        "QUARKUS_OIDC_AUTHENTICATION_PKCE_REQUIRED, false",
        "QUARKUS_OIDC_AUTHENTICATION_SESSION_AGE_EXTENSION, 365D",
        "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH, groups",
        "QUARKUS_OIDC_TENANT_ENABLED, false",
        "QUARKUS_OIDC_OTHER_AUTH_SERVER_URL, https://elsewhere.example",
        "'quarkus.oidc.tls.verification', none",
        "'%prod.quarkus.oidc.tls.verification', none",
        "QUARKUS_TLS_TRUST_ALL, true",
        "QUARKUS_TLS_PROVIDER_TRUST_ALL, true",
        "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM, NONE",
        "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM, 'none '",
        "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM, ''",
        "QUARKUS_HTTP_AUTH_ROLES_MAPPING_DEVELOPER, ciso",
        "QUARKUS_HTTP_AUTH_POLICY_ANY_ROLES_DEVELOPER, ciso",
        "QUARKUS_HTTP_AUTH_PERMISSION_ANY_POLICY, permit",
        "QUARKUS_HTTP_AUTH_CERTIFICATE_ROLE_PROPERTIES, roles.txt",
        "QUARKUS_HTTP_CORS_ORIGINS, *",
        "'quarkus.http.auth.roles-mapping.developer', ciso",
        "'%prod.quarkus.http.cors.enabled', true",
        "'quarkus.oidc.quarkus-tls.auth-server-url', https://elsewhere.example",
        "'%quarkus-tls.quarkus.oidc.tls.verification', none"
    })
    void whatWouldWeakenItsSignInIsRefusedByName(String variable, String value) throws Exception {
        assertThat(refusalWith("triage", variable, value))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith(variable + ": "));
    }

    /* Its place among the sources is the source's own word: CONFIG_ORDINAL. */
    @ParameterizedTest
    @ValueSource(ints = {1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void whereverItsSourceStands(int place) throws Exception {
        Config config =
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(
                                StreamSupport.stream(
                                                config("triage", deployed)
                                                        .getConfigSources()
                                                        .spliterator(),
                                                false)
                                        .toArray(ConfigSource[]::new))
                        .withSources(
                                new PropertiesConfigSource(
                                        Map.of("quarkus.oidc.tls.verification", "none"),
                                        "given",
                                        place))
                        .build();
        assertThat(DeployedWorkspace.refusal(config))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("quarkus.oidc.tls.verification: "));
    }

    @Test
    void soIsAVariableOfTheProfile() throws Exception {
        assertThat(refusalWith("triage", "_PROD_QUARKUS_OIDC_TLS_VERIFICATION", "none"))
                .hasValueSatisfying(
                        reason ->
                                assertThat(reason)
                                        .startsWith("%prod.quarkus.oidc.tls.verification: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME",
                "QUARKUS_TLS_PROVIDER_TRUST_STORE_PEM_CERTS",
                "QUARKUS_OIDC_PROXY_HOST",
                "QUARKUS_OIDC_PROXY_PROXY_CONFIGURATION_NAME",
                "QUARKUS_OIDC_TLS_TRUST_STORE_CERT_ALIAS",
                "QUARKUS_OIDC_CONNECTION_DELAY",
                "QUARKUS_OIDC_USE_BLOCKING_DNS_LOOKUP",
                "QUARKUS_TLS_QUARKUS_OIDC_TRUST_STORE_PEM_CERTS",
                "QUARKUS_DATASOURCE_PASSWORD"
            })
    void howTheProviderIsReachedMayBeSaid(String variable) throws Exception {
        assertThat(refusalWith("triage", variable, "provider")).isEmpty();
        assertThat(refusalWith("triage", "QUARKUS_TLS_HOSTNAME_VERIFICATION_ALGORITHM", "https"))
                .isEmpty();
    }
}
