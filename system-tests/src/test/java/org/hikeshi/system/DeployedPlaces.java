package org.hikeshi.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** What {@code prepare} hands out for a deployed workspace, and where each service finds it. */
record DeployedPlaces(Path home, Certificate certificate) {
    /** The project's folder. */
    static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("routes.yaml"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * As a container starts it.
     *
     * @param part the folder of the process, by which it is known as ours
     */
    static List<String> command(String service, Path part) {
        return List.of(
                java(),
                "-Dhikeshi.part=" + part,
                "-Xmx160m",
                "-Xms32m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                root().resolve(service + "-service/target/quarkus-app/quarkus-run.jar").toString());
    }

    private Path handed() {
        return home.resolve("handed-out");
    }

    private Path approval() {
        return home.resolve("policy.approval");
    }

    private Path signingKey() {
        return home.resolve("signing.p12");
    }

    String databasePassword(String service) throws IOException {
        return Files.readString(handed().resolve(service).resolve("database.password")).strip();
    }

    /** The real command, then what nobody but the organisation itself can give. */
    void prepare() {
        try {
            Path built = root().resolve("launcher/target");
            run(
                    Map.of("HIKESHI_WORKSPACE", "deployed"),
                    List.of(
                            java(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dhikeshi.root=" + root(),
                            "-Dhikeshi.home=" + home.resolve("originals"),
                            "-cp",
                            built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                            "org.hikeshi.launcher.Main",
                            "prepare",
                            handed().toString()));
            approve();
            makeSigningKey();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void approve() throws Exception {
        byte[] policy = Files.readAllBytes(handed().resolve("policy/policy.yaml"));
        Files.writeString(
                approval(),
                """
                version=1.0
                sha256=%s
                approvedBy=ciso
                approvedAt=2026-04-01T10:00:00+09:00
                """
                        .formatted(
                                HexFormat.of()
                                        .formatHex(
                                                MessageDigest.getInstance("SHA-256")
                                                        .digest(policy))));
    }

    private void makeSigningKey() throws Exception {
        String password = Files.readString(handed().resolve("release/master.password")).strip();
        String words =
                "-genkeypair -alias firmware -keyalg RSA -keysize 3072 -dname CN=firmware"
                        + " -storetype PKCS12 -keystore "
                        + (signingKey() + " -storepass:env STORE");
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(List.of(words.split(" ")));
        run(Map.of("STORE", password), command);
    }

    private void run(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        home.resolve("prepare.log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("see " + home.resolve("prepare.log"));
        }
    }

    /** The environment of a service, but for where other processes are. */
    Map<String, String> variables(String service) {
        Path own = handed().resolve(service);
        Map<String, String> all = new HashMap<>();
        all.put("HIKESHI_WORKSPACE", "deployed");
        all.put("HIKESHI_POLICY", handed().resolve("policy/policy.yaml").toString());
        all.put("HIKESHI_POLICY_APPROVAL", approval().toString());
        all.put("HIKESHI_SESSION_KEY", handed().resolve("shared/session.key").toString());
        all.put("HIKESHI_KEY_DIRECTORY", handed().resolve("keys").toString());
        all.put("HIKESHI_SERVICE_KEY", own.resolve("service-key.pem").toString());
        all.put("HIKESHI_MASTER_KEYSTORE", own.resolve("master.p12").toString());
        all.put("HIKESHI_MASTER_PASSWORD_FILE", own.resolve("master.password").toString());
        all.put("HIKESHI_OPENPGP_CERTIFICATE", handed().resolve("public/desk.asc").toString());
        if (Files.exists(own.resolve("openpgp.asc"))) {
            all.put("HIKESHI_OPENPGP_KEY", own.resolve("openpgp.asc").toString());
        }
        all.put("HIKESHI_CHECKPOINTS", folder("checkpoints").toString());
        // The company's own authority, as docs/operations.md says.
        all.put("QUARKUS_TLS_PROVIDER_TRUST_STORE_PEM_CERTS", certificate.pem().toString());
        all.put("QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME", "provider");
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("HIKESHI_SMTP_HOST", "127.0.0.1");
        all.put("HIKESHI_SMTP_PORT", "9");
        switch (service) {
            case "intake" ->
                    all.put(
                            "HIKESHI_INTAKE_SECRET_FILE",
                            own.resolve("access-keys.secret").toString());
            case "release" -> {
                all.put("HIKESHI_ARTIFACTS", folder("artifacts").toString());
                all.put("HIKESHI_SIGNING_KEYSTORE", signingKey().toString());
            }
            case "disclosure" -> all.put("HIKESHI_SITE", folder("site").toString());
            case "notifier" -> all.put("HIKESHI_STAFF", own.resolve("staff.properties").toString());
            default -> {
                // Triage needs no more.
            }
        }
        return all;
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
