package org.hikeshi.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import org.hikeshi.web.multipart.LargePartHeadersException;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.multipart.MultipartBody;
import org.hikeshi.web.multipart.Part;
import org.jspecify.annotations.Nullable;

/** The parts of a report's body under the limits of the intake. */
public final class IncomingParts {

    private final MultipartBody body;

    /**
     * @throws MalformedBodyException if the header has no usable boundary
     */
    public IncomingParts(InputStream body, String contentType) throws MalformedBodyException {
        this.body = new MultipartBody(body, contentType);
    }

    /**
     * The next part, or null after the last.
     *
     * @throws MalformedBodyException if the body is cut or no form
     * @throws TooLargeException if a part's headers pass their limit
     */
    public @Nullable Part next() throws IOException {
        try {
            return body.next();
        } catch (LargePartHeadersException large) {
            throw new TooLargeException(TooLargeException.Limit.PART_HEADERS, large.part());
        }
    }
}
