package org.hikeshi.trust;

import java.util.Arrays;

/**
 * A receipt's exact bytes, the raw 64-byte Ed25519 signature of them, and the id of the key. {@code
 * openssl pkeyutl -verify -rawin -pubin -inkey key.pem -in bytes -sigfile ed25519} says yes.
 */
public record SignedReceipt(byte[] bytes, byte[] ed25519, String keyId) {

    public SignedReceipt {
        bytes = bytes.clone();
        ed25519 = ed25519.clone();
    }

    /** Whether this key signed exactly these bytes. */
    public boolean isSignedBy(PublicKey32 key) {
        return key.verifies(bytes, ed25519);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public byte[] ed25519() {
        return ed25519.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedReceipt receipt
                && Arrays.equals(bytes, receipt.bytes)
                && Arrays.equals(ed25519, receipt.ed25519)
                && keyId.equals(receipt.keyId);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ed25519);
    }
}
