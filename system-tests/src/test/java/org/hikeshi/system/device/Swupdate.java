package org.hikeshi.system.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Debian's swupdate as a device, and images for it. */
public final class Swupdate implements AutoCloseable {
    private final Path folder;
    private @Nullable Process process;

    public Swupdate(Path folder) {
        this.folder = folder;
    }

    public static boolean isHere() {
        return onPath("swupdate") && onPath("cpio") && onPath("openssl");
    }

    private static boolean onPath(String program) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return true;
            }
        }
        return false;
    }

    /** What an image writes. */
    public Path installed() {
        return folder.resolve("installed.bin");
    }

    /** Makes a key and a certificate of that name. */
    public void signer(String name) throws IOException, InterruptedException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".crt",
                "-days",
                "30",
                "-subj",
                "/CN=SWU " + name,
                "-addext",
                "extendedKeyUsage=emailProtection");
    }

    /** An image that installs one file, signed by a {@link #signer} made before. */
    public byte[] image(String signer, byte[] payload)
            throws IOException, InterruptedException, GeneralSecurityException {
        Files.write(folder.resolve("payload.bin"), payload);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        Files.writeString(
                folder.resolve("sw-description"),
                """
                software = {
                  version = "2.4.1";
                  hardware-compatibility: [ "1.0" ];
                  files: ( { filename = "payload.bin"; path = "%s"; type = "rawfile"; sha256 = "%s"; } );
                }
                """
                        .formatted(installed(), sha256));
        run(
                "openssl",
                "cms",
                "-sign",
                "-in",
                "sw-description",
                "-out",
                "sw-description.sig",
                "-signer",
                signer + ".crt",
                "-inkey",
                signer + ".key",
                "-outform",
                "DER",
                "-nosmimecap",
                "-binary");
        run(
                "sh",
                "-c",
                "for f in sw-description sw-description.sig payload.bin; do echo $f; done | cpio -o -H newc --quiet > fw.swu");
        return Files.readAllBytes(folder.resolve("fw.swu"));
    }

    /**
     * Starts the daemon.
     *
     * @param trusted the only signer whose images it installs
     * @param confirm 2 to confirm what it installed before it was started again, else empty
     */
    public void start(String address, String id, String token, String trusted, String confirm)
            throws IOException {
        Path config = folder.resolve("id.cfg");
        Files.writeString(
                config,
                """
                globals : { verbose = true; };
                identify : ( { name = "serial"; value = "SN-0001"; } );
                """);
        String server =
                "-t DEFAULT -u %s -i %s -k %s -p 1 -r 3 -w 1%s"
                        .formatted(address, id, token, confirm.isEmpty() ? "" : " -c " + confirm);
        ProcessBuilder builder =
                new ProcessBuilder(
                        "swupdate",
                        "-v",
                        "-f",
                        config.toString(),
                        "-H",
                        "test:1.0",
                        "-k",
                        folder.resolve(trusted + ".crt").toString(),
                        "-u",
                        server);
        builder.environment()
                .put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
        process =
                builder.directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("swupdate.log").toFile()))
                        .start();
    }

    public String log() throws IOException {
        Path log = folder.resolve("swupdate.log");
        return Files.exists(log)
                ? new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)
                : "";
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(command));
        Process done =
                new ProcessBuilder(words)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("tools.log").toFile())
                        .start();
        if (!done.waitFor(30, TimeUnit.SECONDS) || done.exitValue() != 0) {
            throw new AssertionError(words + ": " + Files.readString(folder.resolve("tools.log")));
        }
    }

    public void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
            if (!running.waitFor(5, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }
}
