package org.hikeshi.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.hikeshi.parts.Ports;

/**
 * The release zip, unpacked where nothing else is, and called as its reader calls it: with a JDK, a
 * home folder that holds nothing, and where this machine allows it no network but its own loopback.
 */
final class ReleasedHikeshi {
    private static final List<String> ALONE = List.of("unshare", "-rn");

    private final Path folder;
    private final Path home;
    private final Path console;
    private final int http = Ports.free();
    private final int smtp = Ports.free();
    private final int imap = Ports.free();
    private final boolean alone = canBeAlone();

    private ReleasedHikeshi(Path folder, Path home, Path console) {
        this.folder = folder;
        this.home = home;
        this.console = console;
    }

    /** What the build has packed, or {@code ./hikeshi dist}. */
    static Path zip() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("routes.yaml"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        Path target = here.resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var zips = files.filter(file -> file.toString().endsWith(".zip")).toList();
                if (zips.size() == 1) {
                    return zips.getFirst();
                }
            }
        }
        throw new AssertionError("there is no single zip in " + target + ": ./hikeshi dist");
    }

    static ReleasedHikeshi unpacked() throws IOException {
        RunningSystem.endShared();
        Path parent = Files.createDirectories(Path.of("target", "running").toAbsolutePath());
        Path place = Files.createTempDirectory(parent, "released-");
        try (ZipFile zip = ZipFile.builder().setPath(zip()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path file = place.resolve(entry.getName()).normalize();
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                try (InputStream bytes = zip.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
                boolean program = (entry.getUnixMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
        try (Stream<Path> top = Files.list(place)) {
            Path folder = top.toList().getFirst();
            Path home = Files.createDirectory(place.resolve("nobody"));
            return new ReleasedHikeshi(folder, home, place.resolve("console"));
        }
    }

    /** Whether nothing but the loopback can be reached from the commands. */
    boolean alone() {
        return alone;
    }

    Path data() {
        return folder.resolve(".hikeshi");
    }

    /** Starts it and sends a report; what the commands print. */
    String upAndReport(String json) throws IOException {
        String script =
                """
                if [ "$1" = alone ]; then ip link set lo up; sed 1,2d /proc/net/dev; fi
                ./hikeshi up || exit 1
                exec 3<>"/dev/tcp/127.0.0.1/$HIKESHI_PORT_HTTP"
                printf 'POST /api/v1/reports HTTP/1.1\\r\\nHost: localhost:%s\\r\\nConnection: close\\r\\n' \
                    "$HIKESHI_PORT_HTTP" >&3
                printf 'Content-Type: application/json\\r\\nContent-Length: %s\\r\\n\\r\\n%s' "${#2}" "$2" >&3
                cat <&3
                """;
        List<String> command = new ArrayList<>(alone ? ALONE : List.of());
        command.addAll(List.of("bash", "-c", script, "bash", alone ? "alone" : "", json));
        return run(command);
    }

    String call(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("./hikeshi"));
        command.addAll(List.of(words));
        return run(command);
    }

    private String run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(console.toFile());
        var environment = builder.environment();
        String path = environment.get("PATH");
        environment.clear();
        environment.put("PATH", path);
        environment.put("HOME", home.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HIKESHI_PORT_HTTP", String.valueOf(http));
        environment.put("HIKESHI_PORT_SMTP", String.valueOf(smtp));
        environment.put("HIKESHI_PORT_IMAP", String.valueOf(imap));
        ended(builder.start());
        return Files.readString(console, StandardCharsets.UTF_8);
    }

    private static boolean canBeAlone() {
        List<String> command = new ArrayList<>(ALONE);
        command.addAll(List.of("ip", "link", "set", "lo", "up"));
        try {
            return ended(new ProcessBuilder(command).redirectErrorStream(true).start()) == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static int ended(Process process) throws IOException {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("a command of the release did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
