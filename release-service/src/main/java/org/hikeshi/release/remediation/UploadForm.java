package org.hikeshi.release.remediation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.web.multipart.MultipartBody;
import org.hikeshi.web.multipart.Part;
import org.jspecify.annotations.Nullable;

/**
 * The form that sends a file, read while it arrives. What it says stands before the file, so that
 * everything is known when the first byte of the file is there.
 */
final class UploadForm {
    private static final int LONGEST_FIELD = 1_000;
    private static final Pattern ENDING = Pattern.compile(".*\\.([0-9A-Za-z]{1,8})");

    private final MultipartBody parts;
    private final Map<String, String> fields = new HashMap<>();
    private @Nullable Part file;

    UploadForm(InputStream body, String contentType) throws IOException {
        this.parts = new MultipartBody(body, contentType);
    }

    /** Reads up to the bytes of the file. */
    void readToFile() throws IOException {
        for (Part part = parts.next(); part != null; part = parts.next()) {
            if (part.isFile()) {
                file = part;
                return;
            }
            byte[] value = part.content().readNBytes(LONGEST_FIELD);
            fields.put(part.name(), new String(value, StandardCharsets.UTF_8).strip());
        }
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether a file was chosen. */
    boolean hasFile() {
        return file != null && file.fileName() != null && !file.fileName().isEmpty();
    }

    /** The ending of the file's name, {@code bin} if it has none. */
    String suffix() {
        String name = file == null || file.fileName() == null ? "" : file.fileName();
        Matcher ending = ENDING.matcher(name);
        return ending.matches() ? ending.group(1).toLowerCase(Locale.ROOT) : "bin";
    }

    /** The bytes of the file; none if no file was chosen. */
    InputStream bytes() {
        return file == null ? InputStream.nullInputStream() : file.content();
    }
}
