package org.hikeshi.web.multipart;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one part of a form (RFC 7578 §4): its field name, the sender's name for a file,
 * its type.
 *
 * @param fileName last segment of what the sender called the file, null for a plain field
 * @param contentType as sent, null if not said
 */
record PartHeaders(String name, @Nullable String fileName, @Nullable String contentType) {

    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\s*;\\s*([A-Za-z0-9*-]+)\\s*=\\s*");
    private static final Pattern TOKEN = Pattern.compile("[^\\s;\"]+");
    private static final int LONGEST_FILE_NAME = 255;

    /**
     * @param block header lines, each ended by CRLF, as UTF-8 text
     */
    static PartHeaders read(String block) throws MalformedBodyException {
        Map<String, String> headers = new HashMap<>();
        for (String line : block.split("\r\n", -1)) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new MalformedBodyException("a part has a broken header line");
            }
            String name = header.group(1).toLowerCase(Locale.ROOT);
            if (headers.put(name, header.group(2).strip()) != null) {
                throw new MalformedBodyException("a part says a header twice");
            }
        }
        return of(
                headers.getOrDefault("content-disposition", ""),
                headers.get("content-type"),
                headers.getOrDefault("content-transfer-encoding", "binary"));
    }

    private static PartHeaders of(
            String disposition, @Nullable String contentType, String transferEncoding)
            throws MalformedBodyException {
        // Deprecated by RFC 7578 §4.7; decoding it would make the hash of a file ambiguous.
        if (!transferEncoding.matches("(?i)binary|8bit|7bit")) {
            throw new MalformedBodyException("a part has a Content-Transfer-Encoding");
        }
        int parameters = disposition.indexOf(';');
        if (parameters < 0
                || !disposition.substring(0, parameters).strip().equalsIgnoreCase("form-data")) {
            throw new MalformedBodyException("a part is no form-data");
        }
        Map<String, String> values = parameters(disposition.substring(parameters));
        String name = values.get("name");
        if (name == null) {
            throw new MalformedBodyException("a part has no name");
        }
        String fileName = values.get("filename");
        return new PartHeaders(name, fileName == null ? null : lastSegment(fileName), contentType);
    }

    private static Map<String, String> parameters(String text) throws MalformedBodyException {
        Map<String, String> values = new HashMap<>();
        Matcher name = PARAMETER.matcher(text);
        int at = 0;
        while (name.region(at, text.length()).lookingAt()) {
            at = name.end();
            int end = text.startsWith("\"", at) ? closingQuote(text, at) : tokenEnd(text, at);
            String value = text.substring(at, end);
            if (value.startsWith("\"")) {
                value = unquoted(value.substring(1, value.length() - 1));
            }
            if (values.put(name.group(1).toLowerCase(Locale.ROOT), value) != null) {
                throw new MalformedBodyException("a part says a parameter twice");
            }
            at = end;
        }
        if (!text.substring(at).isBlank()) {
            throw new MalformedBodyException("a part has a broken Content-Disposition");
        }
        return values;
    }

    private static int tokenEnd(String text, int start) throws MalformedBodyException {
        Matcher token = TOKEN.matcher(text).region(start, text.length());
        if (!token.lookingAt()) {
            throw new MalformedBodyException("a part has a broken Content-Disposition");
        }
        return token.end();
    }

    /** Index after the quote that ends the string begun at {@code start}. */
    private static int closingQuote(String text, int start) throws MalformedBodyException {
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                return i + 1;
            }
            // Only \" and \\ are escapes: Windows paths arrive with single backslashes.
            if (text.startsWith("\\\"", i) || text.startsWith("\\\\", i)) {
                i++;
            }
        }
        throw new MalformedBodyException("a part has a broken Content-Disposition");
    }

    /** Browsers escape as HTML says (%22 %0D %0A), other clients with a backslash. */
    private static String unquoted(String text) {
        return text.replaceAll("\\\\([\"\\\\])", "$1")
                .replace("%22", "\"")
                .replaceAll("%0[DdAa]", " ");
    }

    /** Some senders give a path; only its last segment is a name (RFC 7578 §4.2). */
    private static String lastSegment(String fileName) {
        int cut = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        String segment = fileName.substring(cut + 1);
        return segment.codePoints()
                .limit(LONGEST_FILE_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
