package org.hikeshi.web.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.hikeshi.web.provider.ProviderSettings;
import org.jspecify.annotations.Nullable;

/**
 * The framework's own settings can undo each thing that {@code hikeshi.oidc.*} demands: which keys
 * sign, whose tokens count, whether cookies are sealed, whether the provider's certificate is
 * looked at; or give roles away and let pages of others read. A deployed workspace takes none of
 * them but those that only say how the provider is reached.
 */
final class FrameworkSettings {

    /* Defaults, and what the build fixed. Names: a place among the sources anybody can choose. */
    static final Set<String> OF_THE_FRAMEWORK =
            Set.of("DefaultValuesConfigSource", "BuildTime RunTime Fixed");

    /* What comes with the program, and whoever else chose so low a place. */
    private static final int OF_THE_PROGRAM = 100;

    private static final String ALL = "quarkus.";

    /* As they read when every character but letters and digits is a point. */
    private static final Pattern SIGN_IN = Pattern.compile("quarkus\\.oidc\\.(.+)");
    private static final Pattern DOORS =
            Pattern.compile("quarkus\\.http\\.(?:auth\\.(?!proactive$).+|cors(?:\\..+)?)");
    private static final Pattern TRUST =
            Pattern.compile(
                    "quarkus\\.tls\\.(?:.+\\.)?(trust\\.all|hostname\\.verification\\.algorithm)");

    private static final Set<String> HOW_IT_IS_REACHED =
            Set.of(
                    "tls.tls.configuration.name",
                    "tls.trust.store.file",
                    "tls.trust.store.file.type",
                    "tls.trust.store.password",
                    "tls.trust.store.cert.alias",
                    "tls.trust.store.provider",
                    "proxy.proxy.configuration.name",
                    "proxy.host",
                    "proxy.port",
                    "proxy.username",
                    "proxy.password",
                    "connection.delay",
                    "connection.retry.count",
                    "connection.timeout",
                    "use.blocking.dns.lookup",
                    "max.pool.size",
                    "authentication.scopes");

    private static final Set<String> COMPARED = Set.of("HTTPS", "LDAPS");

    private FrameworkSettings() {}

    /** The first setting, by its own name, that a deployed workspace does not take. */
    static Optional<String> refused(Config config) {
        TreeSet<String> refused = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            boolean given =
                    !OF_THE_FRAMEWORK.contains(source.getName())
                            && !ProviderSettings.made(source.getName());
            if (given) {
                for (String name : source.getPropertyNames()) {
                    if (weakens(name, source.getValue(name))
                            && (source.getOrdinal() > OF_THE_PROGRAM || !overruled(config, name))) {
                        refused.add(name);
                    }
                }
            }
        }
        return refused.stream().findFirst();
    }

    private static boolean overruled(Config config, String name) {
        return ProviderSettings.made(config.getConfigValue(name).getSourceName());
    }

    /* The name of a profile may stand before it, and may look like a setting itself. */
    private static boolean weakens(String given, @Nullable String value) {
        String name = plain(given);
        return given.regionMatches(true, 0, ALL, 0, ALL.length() - 1)
                ? alone(name, value)
                : IntStream.iterate(
                                name.indexOf(ALL), at -> at >= 0, at -> name.indexOf(ALL, at + 1))
                        .anyMatch(at -> alone(name.substring(at), value));
    }

    private static boolean alone(String name, @Nullable String value) {
        Matcher signIn = SIGN_IN.matcher(name);
        if (signIn.matches()) {
            return !HOW_IT_IS_REACHED.contains(signIn.group(1));
        }
        Matcher trust = TRUST.matcher(name);
        if (trust.matches()) {
            String said = value == null ? "" : value.strip().toUpperCase(Locale.ROOT);
            return trust.group(1).equals("trust.all")
                    ? !said.equals("FALSE")
                    : !COMPARED.contains(said);
        }
        return DOORS.matcher(name).matches();
    }

    /* One form of a name for properties, variables of the environment and those of a profile. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".").replaceAll("^\\.", "");
    }
}
