package org.hikeshi.intake.upload;

import java.io.IOException;

/** A limit of the intake was passed while reading; names the limit and the part (HTTP 413). */
public final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    /** The limits, as callers word them. */
    public enum Limit {
        /** The report part, 1 MiB. */
        REPORT_BYTES,
        /** One attachment, 50 MiB. */
        FILE_BYTES,
        /** Attachments per report, 20. */
        FILES,
        /** Headers of one part, 8 KiB. */
        PART_HEADERS
    }

    private final Limit limit;
    private final int part;

    /**
     * @param part 1-based number of the part in the body; 1 for a body that has no parts
     */
    public TooLargeException(Limit limit, int part) {
        super(limit + " in part " + part);
        this.limit = limit;
        this.part = part;
    }

    public Limit limit() {
        return limit;
    }

    public int part() {
        return part;
    }
}
