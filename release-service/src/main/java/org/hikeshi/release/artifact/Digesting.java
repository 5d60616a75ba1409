package org.hikeshi.release.artifact;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Three digests and the size of one stream, in one pass. */
final class Digesting {
    private final List<MessageDigest> digests = List.of(of("SHA-256"), of("SHA-1"), of("MD5"));
    private long size;

    void add(byte[] buffer, int length) {
        digests.forEach(digest -> digest.update(buffer, 0, length));
        size += length;
    }

    long size() {
        return size;
    }

    /** To be asked once, at the end. */
    Digests digests() {
        return new Digests(hex(0), hex(1), hex(2), size);
    }

    private String hex(int which) {
        return HexFormat.of().formatHex(digests.get(which).digest());
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must have " + algorithm, e);
        }
    }
}
