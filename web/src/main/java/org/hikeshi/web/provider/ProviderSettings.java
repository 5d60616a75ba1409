package org.hikeshi.web.provider;

import static java.util.Map.entry;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hikeshi.trust.SessionSeal;
import org.jspecify.annotations.Nullable;

/**
 * The settings {@code hikeshi.oidc.*} as the framework wants them ({@code quarkus.oidc.*}); in a
 * trial an environment variable of the framework's own name still wins, a deployed workspace
 * refuses it. Nothing at all without {@code hikeshi.oidc.server}.
 */
public final class ProviderSettings implements ConfigSourceFactory {

    /** Where the provider sends people back to. */
    public static final String RETURN = "/sign-in/return";

    private static final String SOURCE = "hikeshi.oidc";

    static final long LONGEST_SECONDS = 12 * 3600;

    /* Above application.properties (250), below the environment (300). */
    private static final int ORDINAL = 270;

    private static final Map<String, String> ALWAYS =
            Map.ofEntries(
                    entry("tenant-enabled", "true"),
                    // Bearer where a request has an Authorization header, else the code flow.
                    entry("application-type", "hybrid"),
                    entry("token.principal-claim", "sub"),
                    entry("token.subject-required", "true"),
                    // A token is judged by its signature; nobody is asked about one without.
                    entry("token.allow-jwt-introspection", "false"),
                    entry("token.allow-opaque-token-introspection", "false"),
                    entry("token.refresh-expired", "true"),
                    entry("authentication.session-age-extension", "30M"),
                    entry("authentication.extra-params.max_age", "" + LONGEST_SECONDS),
                    entry("authentication.pkce-required", "true"),
                    entry("authentication.nonce-required", "true"),
                    entry("authentication.redirect-path", RETURN),
                    entry("authentication.restore-path-after-redirect", "true"),
                    entry("authentication.fail-on-missing-state-param", "true"),
                    entry("authentication.cookie-path", "/"),
                    entry("authentication.cookie-same-site", "lax"),
                    // Without the access token: roles come from the ID token, cookies are small.
                    entry("token-state-manager.strategy", "id-refresh-tokens"),
                    entry("token-state-manager.encryption-algorithm", "dir"));

    /** Whether a source of this name is what {@code hikeshi.oidc.*} became. */
    public static boolean made(@Nullable String source) {
        return ("PropertiesConfigSource[source=" + SOURCE + "]").equals(source);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String server = value(context, "hikeshi.oidc.server", "");
        return server.isEmpty()
                ? List.of()
                : List.of(new PropertiesConfigSource(settings(context, server), SOURCE, ORDINAL));
    }

    private static Map<String, String> settings(ConfigSourceContext context, String server) {
        String client = value(context, "hikeshi.oidc.client", "hikeshi");
        boolean https = value(context, "hikeshi.origin", "").startsWith("https:");
        Map<String, String> all = new HashMap<>();
        ALWAYS.forEach((name, value) -> put(all, name, value));
        put(all, "auth-server-url", server);
        put(all, "client-id", client);
        put(
                all,
                "roles.role-claim-path",
                value(context, "hikeshi.oidc.roles", "realm_access/roles"));
        put(
                all,
                "token.audience",
                audience(value(context, "hikeshi.oidc.audience", client), client));
        put(all, "authentication.cookie-force-secure", Boolean.toString(https));
        put(all, "authentication.force-redirect-https-scheme", Boolean.toString(https));
        String secretFile = value(context, "hikeshi.oidc.secret-file", "");
        if (!secretFile.isEmpty()) {
            put(all, "credentials.secret", secret(secretFile));
        }
        String sessionKey = value(context, "hikeshi.session-key", "");
        if (!sessionKey.isEmpty()) {
            Path key = Path.of(sessionKey);
            put(
                    all,
                    "token-state-manager.encryption-secret",
                    SessionSeal.derive(key, "oidc-tokens"));
            put(all, "authentication.state-secret", SessionSeal.derive(key, "oidc-state"));
        }
        return all;
    }

    /** An ID token is for the client, whatever the API's tokens are for. */
    private static String audience(String given, String client) {
        if (names(given).contains("any")) {
            throw new IllegalStateException("hikeshi.oidc.audience: names whom tokens are for");
        }
        return given.equals(client) ? client : client + "," + given;
    }

    /** Those of a list with commas. */
    static Set<String> names(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void put(Map<String, String> all, String name, String value) {
        all.put("quarkus.oidc." + name, value);
    }

    private static String secret(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException("hikeshi.oidc.secret-file: cannot be read: " + file);
        }
    }

    private static String value(ConfigSourceContext context, String name, String otherwise) {
        ConfigValue found = context.getValue(name);
        String value = found == null ? null : found.getValue();
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
