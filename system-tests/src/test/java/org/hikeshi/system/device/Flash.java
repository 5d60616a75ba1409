package org.hikeshi.system.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Properties;

/** What the device keeps: the firmware it runs, its version, and the floor it never goes below. */
public final class Flash {
    private final Path folder;

    public Flash(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** The device as it left the factory; what is there already stays. */
    public void factory(String version) throws IOException {
        if (!Files.exists(state())) {
            keep(version, version);
        }
    }

    String version() throws IOException {
        return property("version");
    }

    String floor() throws IOException {
        return property("floor");
    }

    /**
     * Writes a verified file to the other slot and switches to it. The hash is taken once more
     * while the bytes go down: what is not what was verified never becomes the running firmware.
     */
    void apply(Manifest manifest, Path file) throws IOException, GeneralSecurityException, Refusal {
        Path slot = folder.resolve("slot-b");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 * 1024];
        try (InputStream from = Files.newInputStream(file);
                OutputStream to = Files.newOutputStream(slot)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                digest.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
            Files.delete(slot);
            throw new Refusal(Refusal.Reason.HASH);
        }
        Files.move(slot, firmware(), StandardCopyOption.ATOMIC_MOVE);
        String floor =
                Versions.compare(manifest.minimumVersion(), floor()) > 0
                        ? manifest.minimumVersion()
                        : floor();
        keep(manifest.version(), floor);
    }

    /** What runs; absent on a device that was never updated. */
    public Path firmware() {
        return folder.resolve("firmware");
    }

    private Path state() {
        return folder.resolve("device.properties");
    }

    private String property(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(state())) {
            properties.load(in);
        }
        return properties.getProperty(name, "0");
    }

    private void keep(String version, String floor) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("version", version);
        properties.setProperty("floor", floor);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Path next = folder.resolve("device.properties.new");
        Files.writeString(next, text.toString());
        Files.move(next, state(), StandardCopyOption.ATOMIC_MOVE);
    }
}
