package org.hikeshi.trust;

/** One bit changed. */
final class Flips {

    private Flips() {}

    static byte[] bit(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
