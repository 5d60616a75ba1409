package org.hikeshi.trust;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Textual encoding of one DER structure (RFC 7468). */
final class Pem {

    private Pem() {}

    static String write(String label, byte[] der) {
        byte[] lineEnd = {'\n'};
        String body = Base64.getMimeEncoder(64, lineEnd).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /**
     * The DER bytes of the first block with this label; empty if there is none or it is damaged.
     */
    static Optional<byte[]> read(String label, byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start + begin.length()) {
            return Optional.empty();
        }
        String body = text.substring(start + begin.length(), end).replaceAll("\\s", "");
        try {
            return Optional.of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
