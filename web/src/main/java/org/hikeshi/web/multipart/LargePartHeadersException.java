package org.hikeshi.web.multipart;

import java.io.IOException;

/** The headers of one part pass 8 KiB (HTTP 413). */
public final class LargePartHeadersException extends IOException {

    private static final long serialVersionUID = 1;

    private final int part;

    LargePartHeadersException(int part) {
        super("headers of part " + part);
        this.part = part;
    }

    /** 1-based number of the part in the body. */
    public int part() {
        return part;
    }
}
