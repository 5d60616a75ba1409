package org.hikeshi.web.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A multipart/form-data body read part by part with one small buffer (RFC 7578, RFC 2046 §5.1).
 * Strict, since a receipt has to say exactly what was sent: text before the first or after the last
 * boundary, nested multiparts, bare line feeds and parts without a name are refused. ADR 0401 says
 * why no library does this.
 */
public final class MultipartBody {

    private static final int MOST_PARTS = 400;
    private static final Pattern BOUNDARY =
            Pattern.compile(
                    "(?i)multipart/form-data\\s*;\\s*(?:charset=[^;]+;\\s*)?boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))\\s*(?:;\\s*charset=[^;]+)?");

    private final DelimitedInput input;
    private int number;
    private @Nullable InputStream open;
    private boolean finished;

    /**
     * @param contentType the request's header with the boundary
     * @throws MalformedBodyException if the header has no usable boundary
     */
    public MultipartBody(InputStream body, String contentType) throws MalformedBodyException {
        Matcher header = BOUNDARY.matcher(contentType.strip());
        if (!header.matches()) {
            throw new MalformedBodyException("the Content-Type has no usable boundary");
        }
        String boundary = header.group(1) == null ? header.group(2) : header.group(1);
        this.input = new DelimitedInput(body, boundary);
    }

    /**
     * The next part, or null after the last; what was not read of the one before is skipped.
     *
     * @throws MalformedBodyException if the body is cut or no form
     * @throws LargePartHeadersException if a part's headers pass their limit
     */
    public @Nullable Part next() throws IOException {
        if (finished) {
            return null;
        }
        if (open == null) {
            input.begin();
        } else {
            open.transferTo(OutputStream.nullOutputStream());
        }
        if (!input.anotherPart()) {
            finished = true;
            return null;
        }
        number++;
        if (number > MOST_PARTS) {
            throw new MalformedBodyException("the body has more than " + MOST_PARTS + " parts");
        }
        PartHeaders headers = PartHeaders.read(input.headers(number));
        String type = headers.contentType();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, 10)) {
            throw new MalformedBodyException("a part is a multipart itself");
        }
        InputStream content = input.content();
        open = content;
        return new Part(number, headers.name(), headers.fileName(), type, content);
    }
}
