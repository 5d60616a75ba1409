package org.hikeshi.release.ota;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Debian's swupdate as a device, and images for it. */
final class Swupdate implements AutoCloseable {
    private final Path folder;
    private @Nullable Process process;

    Swupdate(Path folder) {
        this.folder = folder;
    }

    static boolean isHere() {
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

    Path installed() {
        return folder.resolve("installed.bin");
    }

    /** A signed image that installs one file. The device trusts the signer named "swu" only. */
    byte[] image(String signer, byte[] payload) throws Exception {
        if (!Files.exists(folder.resolve(signer + ".crt"))) {
            run(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-keyout",
                    signer + ".key",
                    "-out",
                    signer + ".crt",
                    "-days",
                    "30",
                    "-subj",
                    "/CN=SWU " + signer,
                    "-addext",
                    "extendedKeyUsage=emailProtection");
        }
        Files.write(folder.resolve("payload.bin"), payload);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        Files.writeString(
                folder.resolve("sw-description"),
                """
                software = {
                  version = "2.0.0";
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
     * @param confirm 2 to confirm what it installed before it was started again, else empty
     */
    void start(String address, String id, String token, String confirm) throws IOException {
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
                        folder.resolve("swu.crt").toString(),
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

    String log() throws IOException {
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

    void stop() throws InterruptedException {
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
