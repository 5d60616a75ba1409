package org.hikeshi.launcher.house;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.ProcessPlan;

/** How each service is called: memory, cache, and its configuration by environment variables. */
final class ServicePlans {
    private final Premises premises;
    private final Wishes wishes;
    private final FirstSecrets secrets;
    private final Path policy;
    private final Map<String, Integer> ports;
    private final AotCaches caches;

    ServicePlans(
            Premises premises,
            Wishes wishes,
            FirstSecrets secrets,
            Path policy,
            Map<String, Integer> ports,
            AotCaches caches) {
        this.premises = premises;
        this.wishes = wishes;
        this.secrets = secrets;
        this.policy = policy;
        this.ports = Map.copyOf(ports);
        this.caches = caches;
    }

    ProcessPlan of(String service, Database database, String kafka) {
        Path home = premises.run().resolve(service);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dhikeshi.part=" + home);
        command.add("-XX:ErrorFile=" + premises.log().resolve(service + "-crash-%p.log"));
        List<String> memory = memory();
        command.addAll(memory);
        command.addAll(caches.flags(service, premises.program(service), memory));
        command.add("-jar");
        command.add(premises.program(service).toString());
        return new ProcessPlan(
                service,
                home,
                premises.log().resolve(service + ".log"),
                "TERM",
                command,
                environment(service, database, kafka),
                // What the first run recorded is written at its end.
                Duration.ofSeconds(60));
    }

    /**
     * How the missing start cache of a service is made, beside everything else and without hurry.
     */
    Optional<CacheMaking> cacheMaking(String service) {
        return caches.missing(service, premises.program(service), memory())
                .map(making -> new CacheMaking(premises, service, making));
    }

    private static List<String> memory() {
        return List.of(
                "-Xmx160m",
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }

    private Map<String, String> environment(String service, Database database, String kafka) {
        Map<String, String> all = new HashMap<>();
        all.put("HIKESHI_ORIGIN", wishes.origin());
        all.put("HIKESHI_POLICY", policy.toString());
        all.put("HIKESHI_WORKSPACE", "trial");
        all.put("HIKESHI_PEOPLE", premises.people().toString());
        all.put("HIKESHI_SESSION_KEY", premises.sessionKey().toString());
        all.put("HIKESHI_SERVICE_KEY", secrets.serviceKey(service).toString());
        all.put("HIKESHI_KEY_DIRECTORY", premises.keys().toString());
        all.put("HIKESHI_CHECKPOINTS", premises.checkpoints().toString());
        all.put("HIKESHI_MASTER_KEYSTORE", secrets.masterKeystore(service).toString());
        all.put("HIKESHI_MASTER_PASSWORD_FILE", secrets.masterPassword(service).toString());
        all.putAll(own(service));
        all.put("HIKESHI_OPENPGP_CERTIFICATE", premises.openPgpCertificate().toString());
        DeskKey.of(premises, service)
                .ifPresent(own -> all.put("HIKESHI_OPENPGP_KEY", own.toString()));
        all.put("HIKESHI_DB_URL", database.jdbcUrl());
        all.put("HIKESHI_DB_USER", database.user());
        all.put("HIKESHI_DB_PASSWORD_FILE", secrets.databasePassword(service).toString());
        all.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
        all.put("QUARKUS_DATASOURCE_USERNAME", database.user());
        all.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        all.put("HIKESHI_KAFKA", kafka);
        all.put("HIKESHI_SMTP_HOST", "127.0.0.1");
        all.put("HIKESHI_SMTP_PORT", Integer.toString(wishes.smtpPort()));
        ports.forEach(
                (name, port) ->
                        all.put(
                                "HIKESHI_" + name.toUpperCase(Locale.ROOT) + "_URL",
                                "http://127.0.0.1:" + port));
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(service)));
        return all;
    }

    /** What only this service is told. */
    private Map<String, String> own(String service) {
        return switch (service) {
            case "intake" ->
                    Map.of("HIKESHI_INTAKE_SECRET_FILE", secrets.intakeSecret().toString());
            case "release" ->
                    Map.of(
                            "HIKESHI_ARTIFACTS", premises.artifacts().toString(),
                            "HIKESHI_SIGNING_KEYSTORE", secrets.signingKeystore().toString());
            case "disclosure" -> Map.of("HIKESHI_SITE", premises.site().toString());
            case "notifier" -> Map.of("HIKESHI_STAFF", premises.staff().toString());
            default -> Map.of();
        };
    }
}
