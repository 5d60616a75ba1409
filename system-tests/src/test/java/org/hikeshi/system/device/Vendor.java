package org.hikeshi.system.device;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;

/** A vendor for tests: signs firmware and manifests with a key of its own. */
record Vendor(KeyPair pair) {
    static Vendor make() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new Vendor(generator.generateKeyPair());
    }

    VendorKey key() {
        return new VendorKey(pair.getPublic());
    }

    byte[] sign(byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(VendorKey.PSS);
        signature.initSign(pair.getPrivate());
        signature.update(bytes);
        return signature.sign();
    }

    static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** What stands beside a file. */
    static String manifest(String model, String version, String floor, byte[] firmware)
            throws GeneralSecurityException {
        return """
        {"model":"%s","version":"%s","minimumVersion":"%s","sha256":"%s","size":%d,"notBefore":"%s","expires":"%s"}
        """
                .formatted(
                        model,
                        version,
                        floor,
                        sha256(firmware),
                        firmware.length,
                        Instant.EPOCH,
                        Instant.parse("2100-01-01T00:00:00Z"))
                .strip();
    }
}
