package org.hikeshi.system.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/** The checks of a device, the same for what it was offered and what was picked by hand. */
final class Verifying {
    private final String model;
    private final VendorKey vendor;
    private final Flash flash;
    private final InstantSource clock;

    Verifying(String model, VendorKey vendor, Flash flash, InstantSource clock) {
        this.model = model;
        this.vendor = vendor;
        this.flash = flash;
        this.clock = clock;
    }

    /** Before anything is downloaded: is it for us, newer, allowed, and does the vendor say so? */
    Manifest manifest(byte[] bytes, byte[] signature)
            throws IOException, GeneralSecurityException, Refusal {
        if (!vendor.signed(bytes, signature)) {
            throw new Refusal(Refusal.Reason.MANIFEST);
        }
        Manifest manifest = Manifest.read(bytes);
        if (!manifest.model().equals(model)) {
            throw new Refusal(Refusal.Reason.MODEL);
        }
        if (Versions.compare(manifest.version(), flash.floor()) < 0) {
            throw new Refusal(Refusal.Reason.FLOOR);
        }
        if (Versions.compare(manifest.version(), flash.version()) <= 0) {
            throw new Refusal(Refusal.Reason.DOWNGRADE);
        }
        Instant now = clock.instant();
        if (now.isBefore(manifest.notBefore()) || now.isAfter(manifest.expires())) {
            throw new Refusal(Refusal.Reason.VALIDITY);
        }
        return manifest;
    }

    /** The bytes themselves. */
    void file(Manifest manifest, Path file, byte[] signature)
            throws IOException, GeneralSecurityException, Refusal {
        if (Files.size(file) != manifest.size()) {
            throw new Refusal(Refusal.Reason.TRUNCATED);
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[64 * 1024];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
            throw new Refusal(Refusal.Reason.HASH);
        }
        if (!vendor.signed(file, signature)) {
            throw new Refusal(Refusal.Reason.SIGNATURE);
        }
    }
}
