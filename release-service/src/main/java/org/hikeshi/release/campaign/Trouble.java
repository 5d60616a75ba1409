package org.hikeshi.release.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Why a device did not install, read from the lines it sent. Clients have no common codes, so words
 * of the known ones are looked for; the order of the constants is the order of looking, what is
 * worse stands first.
 */
public enum Trouble {
    /** A signature that does not verify, or bytes that are not the announced ones. */
    TAMPERED(
            true,
            "refused: signature",
            "refused: hash",
            "refused: manifest",
            "refused: truncated",
            "hash mismatch",
            "corrupted",
            "signature verification failed",
            "invalid signature",
            "no signature"),
    WRONG_MODEL(true, "refused: model", "not compatible", "incompatible"),
    DOWNGRADE(true, "refused: downgrade", "refused: floor", "downgrade"),
    NO_SPACE(false, "no space", "not enough space", "space left", "enospc"),
    CONNECTION(
            false,
            "connection",
            "timeout",
            "timed out",
            "channel_put",
            "curl",
            "resolve host",
            "download error",
            "download failed"),
    OTHER(false);

    private final boolean refusal;
    private final List<String> signs;

    Trouble(boolean refusal, String... signs) {
        this.refusal = refusal;
        this.signs = List.of(signs);
    }

    /** Whether the device said no to what it was given, rather than failing at it. */
    public boolean refusal() {
        return refusal;
    }

    static Trouble of(List<String> lines) {
        String text = String.join("\n", lines).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(trouble -> trouble.signs.stream().anyMatch(text::contains))
                .findFirst()
                .orElse(OTHER);
    }
}
