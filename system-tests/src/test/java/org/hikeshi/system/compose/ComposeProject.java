package org.hikeshi.system.compose;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.hikeshi.parts.Ports;

/**
 * {@code docker-compose.yml} with what tests lay over it, as a project of its own with volumes of
 * its own, under a policy. Its folder is filled as the launcher's is: ports, people, the database's
 * password, mails, logs; and copies of what lies in volumes.
 */
public final class ComposeProject {
    private static final String OVERRIDE = "system-tests/src/test/resources/compose-under-test.yml";

    /** What keeps something, and where. */
    private static final Map<String, List<String>> KEEPING = keeping();

    private final Path home;
    private final String project;
    private final List<String> compose;
    private final Docker docker;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private boolean up;

    /**
     * @param name one such project runs at a time
     * @param home its folder, empty
     */
    public ComposeProject(String name, Path home, Path policy) throws IOException {
        this.home = home;
        this.project = "hikeshi-test-%s-%08x".formatted(name, Docker.root().toString().hashCode());
        this.compose =
                List.of("compose", "-p", project, "-f", "docker-compose.yml", "-f", OVERRIDE);
        Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> environment = new HashMap<>();
        environment.put("HIKESHI_VERSION", Images.version());
        environment.put("HIKESHI_AOT", "off");
        environment.put("HIKESHI_TEST_POLICY", policy.toAbsolutePath().toString());
        for (String part : List.of("postgresql", "kafka", "smtp")) {
            ports.put(part, Ports.free());
        }
        Images.SERVICES.forEach(service -> ports.put(service, Ports.free()));
        ports.forEach(
                (part, port) ->
                        environment.put(
                                "HIKESHI_TEST_" + part.toUpperCase(Locale.ROOT), port.toString()));
        ports.put("http", Ports.free());
        environment.put("HIKESHI_PORT_HTTP", ports.get("http").toString());
        this.docker = new Docker(environment);
    }

    private static Map<String, List<String>> keeping() {
        Map<String, List<String>> keeping = new LinkedHashMap<>();
        keeping.put("postgresql", List.of("tmp", "var/lib/postgresql"));
        keeping.put("kafka", List.of("tmp", "opt/kafka/logs", "var/lib/kafka/data"));
        keeping.put("mailbox", List.of("tmp"));
        keeping.put("gateway", List.of("tmp"));
        Images.SERVICES.forEach(service -> keeping.put(service, List.of("tmp", "var/lib/hikeshi")));
        return keeping;
    }

    /** Whether {@code HIKESHI_TEST_PARTS} asks for containers. */
    public static boolean wanted() {
        return "containers".equals(System.getenv("HIKESHI_TEST_PARTS"));
    }

    public Path home() {
        return home;
    }

    public Path console() {
        return home.resolve("console");
    }

    public URI origin() {
        return URI.create("http://localhost:" + port("http"));
    }

    /** Of {@code http}, {@code smtp}, {@code postgresql}, {@code kafka} or a service. */
    public int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    /** Everything is ready when this returns. */
    public void up() {
        begin();
        wait("gateway");
        try {
            bring("gateway:/house/people.properties", "people.properties");
            Path password = folder("data/postgresql").resolve("superuser.password");
            Files.writeString(password, password("postgres.password"));
            Properties known = new Properties();
            ports.forEach((name, port) -> known.setProperty(name, port.toString()));
            try (OutputStream out = Files.newOutputStream(home.resolve("ports.properties"))) {
                known.store(out, null);
            }
            folder("log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Images, and what a run that was killed has left is gone. */
    public void begin() {
        Images.make(console());
        // Another user of the container reads it.
        Docker.root().resolve("k8s/overlays/kind/databases.sh").toFile().setReadable(true, false);
        remove();
        up = true;
    }

    /** Starts these and what they depend on, until they are ready. */
    public void wait(String... parts) {
        List<String> words = words("up", "--detach", "--wait");
        words.addAll(Arrays.asList(parts));
        if (docker.status(console(), words) != 0) {
            throw new AssertionError("not everything became ready; see " + console());
        }
    }

    /** What PostgreSQL was given: a service's, or {@code postgres.password}. */
    public String password(String name) {
        String kept = "/etc/hikeshi/postgresql/" + name;
        return docker.said(words("exec", "-T", "postgresql", "cat", kept)).strip();
    }

    /** What the engine calls a network or volume of this project. */
    public String nameOf(String networkOrVolume) {
        return project + "_" + networkOrVolume;
    }

    public void bringMails() {
        bring("mailbox:/var/lib/hikeshi/data/mailbox/.", "data/mailbox");
    }

    /** Mails, logs, and copies of volumes and temporary folders. */
    public void bringAll() {
        bringMails();
        bringLogs();
        KEEPING.forEach(
                (part, folders) -> {
                    List<String> tar = words("exec", "-T", part, "tar", "-c", "-f", "-", "-C", "/");
                    tar.addAll(folders);
                    // 1: a file changed while it was read, as a database's do.
                    docker.into(folder("copies").resolve(part + ".tar"), Set.of(0, 1), tar);
                });
    }

    private void bringLogs() {
        List<String> all = new ArrayList<>(KEEPING.keySet());
        all.addAll(List.of("prepare", "topics"));
        for (String part : all) {
            List<String> words = words("logs", "--no-color", "--no-log-prefix", part);
            docker.into(folder("log").resolve(part + ".log"), Set.of(0), words);
        }
    }

    private void bring(String from, String to) {
        folder(to.contains("/") ? to : ".");
        docker.said(words("cp", from, home.resolve(to).toString()));
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends and removes everything, but for the logs, which are brought. */
    public void end() {
        if (up) {
            up = false;
            bringLogs();
            remove();
            for (String part : KEEPING.keySet()) {
                // Hundreds of megabytes, and of no use to whoever looks for a fault.
                home.resolve("copies").resolve(part + ".tar").toFile().delete();
            }
        }
    }

    private void remove() {
        docker.status(console(), words("down", "--volumes", "--timeout", "0"));
    }

    /** Words of a compose command; more may be added. */
    public List<String> words(String... more) {
        List<String> words = new ArrayList<>(compose);
        words.addAll(Arrays.asList(more));
        return words;
    }

    public Docker docker() {
        return docker;
    }

    /** The tag of our images. */
    public String version() {
        return Images.version();
    }
}
