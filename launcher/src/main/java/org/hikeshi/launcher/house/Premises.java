package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where things lie.
 *
 * @param root folder with {@code routes.yaml} and the built modules, or the {@code programs} of a
 *     release
 * @param home the folder of one installation, {@code .hikeshi/}; nobody else reads it (0700)
 */
public record Premises(Path root, Path home) {
    public static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    public Premises {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** Makes the folders that are missing. */
    public void prepare() throws IOException {
        Files.createDirectories(home);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        for (Path folder : List.of(run(), log(), data(), secrets(), keys(), aot())) {
            Files.createDirectories(folder);
        }
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path log() {
        return home.resolve("log");
    }

    Path data() {
        return home.resolve("data");
    }

    Path secrets() {
        return home.resolve("secrets");
    }

    /** Public keys of all services, one file each. */
    public Path keys() {
        return home.resolve("keys");
    }

    /** The signed ends of the services' records of acts, a file each. */
    public Path checkpoints() {
        return home.resolve("checkpoints");
    }

    Path aot() {
        return home.resolve("aot");
    }

    public Path people() {
        return home.resolve("people.properties");
    }

    /** The password of a service's database role. */
    public Path databasePassword(String service) {
        return secrets().resolve(service).resolve("database.password");
    }

    /** The internal ports by the names of parts and services. */
    public Path ports() {
        return home.resolve("ports.properties");
    }

    /** Who the people are to the notifier: addresses, languages, roles, deputies. */
    Path staff() {
        return home.resolve("staff.properties");
    }

    /** Firmware, by its SHA-256. */
    Path artifacts() {
        return data().resolve("artifacts");
    }

    /** What disclosure has published, as files. */
    Path site() {
        return data().resolve("site");
    }

    /** Secret that trial cookies are made with. */
    public Path trialSecret() {
        return secrets().resolve("trial.secret");
    }

    /** Key of the session cookies, shared by all services. */
    public Path sessionKey() {
        return secrets().resolve("session.key");
    }

    /** The desk's public OpenPGP certificate. */
    Path openPgpCertificate() {
        return home.resolve("openpgp-key.asc");
    }

    public Path mailbox() {
        return data().resolve("mailbox");
    }

    /** The start program of a packaged service. */
    Path program(String service) {
        Path released = root.resolve("programs").resolve(service + ".jar");
        return Files.exists(released)
                ? released
                : root.resolve(service + "-service").resolve("target/quarkus-app/quarkus-run.jar");
    }

    public Path routes() {
        return root.resolve("routes.yaml");
    }
}
