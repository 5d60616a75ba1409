package org.hikeshi.web.multipart;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form while it arrives.
 *
 * @param number 1-based position in the body
 * @param name field name
 * @param fileName the sender's name for the file, last path segment only; null for a plain field;
 *     empty when a browser sends a file field in which nothing was chosen
 * @param contentType as sent, never trusted
 * @param content raw bytes, read once; reading fails with {@link MalformedBodyException} if the
 *     body ends before the part does
 */
public record Part(
        int number,
        String name,
        @Nullable String fileName,
        @Nullable String contentType,
        InputStream content) {

    /** Whether the sender marked this part as a file, chosen or not. */
    public boolean isFile() {
        return fileName != null;
    }
}
