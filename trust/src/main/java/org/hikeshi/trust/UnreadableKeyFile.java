package org.hikeshi.trust;

import java.nio.file.Path;

/**
 * A file of keys that cannot be used. The message names the file and the reason, never a byte of
 * its content.
 */
public final class UnreadableKeyFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableKeyFile(Path file, String reason) {
        super(file + ": " + reason);
    }

    UnreadableKeyFile(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
