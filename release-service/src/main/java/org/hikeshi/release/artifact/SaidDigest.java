package org.hikeshi.release.artifact;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Content-Digest} (RFC 9530 §2) as far as it speaks of SHA-256. */
public final class SaidDigest {
    private static final Pattern SHA256 =
            Pattern.compile("(?:^|.*,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,.*|$)");

    private SaidDigest() {}

    /** 64 hex digits; empty if the header names no SHA-256 or cannot be read. */
    public static Optional<String> sha256(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = SHA256.matcher(header);
        return matcher.matches()
                ? Optional.of(
                        HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1))))
                : Optional.empty();
    }
}
