package org.hikeshi.release.artifact;

import java.io.IOException;

/** The sender's line broke before the last byte; nothing was kept. */
public final class LineBrokenException extends IOException {
    private static final long serialVersionUID = 1;

    LineBrokenException(IOException cause) {
        super("the upload broke off", cause);
    }
}
