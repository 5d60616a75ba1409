package org.hikeshi.trust;

/** Signs receipts with one Ed25519 key. */
public record ReceiptSigner(SigningKey key) {

    public SignedReceipt sign(Receipt receipt) {
        byte[] bytes = receipt.bytes();
        return new SignedReceipt(bytes, key.sign(bytes), key.kid());
    }
}
