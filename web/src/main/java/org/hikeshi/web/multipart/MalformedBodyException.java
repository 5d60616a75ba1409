package org.hikeshi.web.multipart;

import java.io.IOException;

/** The body is no multipart/form-data message (RFC 7578): cut, lying or never meant as one. */
public final class MalformedBodyException extends IOException {

    private static final long serialVersionUID = 1;

    MalformedBodyException(String reason) {
        super(reason);
    }
}
