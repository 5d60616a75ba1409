package org.hikeshi.intake.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.multipart.Part;

/**
 * Reads the posted form while it arrives. Takes what can be taken: a file over the limit is named
 * and left out, the rest goes on. Not for many threads.
 */
public final class FormBody {

    /** Bytes of all text fields together that are still kept on the page. */
    private static final int MOST_TEXT = 4 << 20;

    private final SealedUploads uploads;
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<SealedFile> files = new ArrayList<>();
    private final List<FieldError> faults = new ArrayList<>();
    private Upload upload;
    private boolean lostFiles;
    private int text;

    /**
     * @param fresh where the form's files go, unless it names kept ones
     */
    public FormBody(SealedUploads uploads, Upload fresh) {
        this.uploads = uploads;
        this.upload = fresh;
    }

    public SentForm read(InputStream body, String contentType) throws IOException {
        IncomingParts parts = new IncomingParts(body, contentType);
        for (Part part = parts.next(); part != null; part = parts.next()) {
            if (part.isFile()) {
                takeFile(part);
            } else {
                takeText(part);
            }
        }
        return new SentForm(values, upload, files, faults, lostFiles);
    }

    /** For a request that broke off: what it brought itself is forgotten, kept files stay kept. */
    public void abandon() {
        if (!values.containsKey("upload")) {
            uploads.discard(upload);
        }
    }

    private void takeText(Part part) throws IOException {
        byte[] bytes = part.content().readNBytes(MOST_TEXT - text + 1);
        text += bytes.length;
        if (text > MOST_TEXT) {
            throw new TooLargeException(TooLargeException.Limit.REPORT_BYTES, part.number());
        }
        // Browsers send CRLF for every line break; a person typed one.
        String value = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
        values.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(value);
        if (part.name().equals("upload") && files.isEmpty() && !upload.stored()) {
            pickUp(value);
        }
    }

    /** Files that an earlier, failed form brought. */
    private void pickUp(String id) {
        if (id.isEmpty()) {
            return;
        }
        Optional<Upload> kept = uuid(id).flatMap(named -> uploads.find(named, upload.report()));
        if (kept.isPresent()) {
            upload = kept.get();
            files.addAll(uploads.files(upload));
        } else {
            lostFiles = true;
        }
    }

    private void takeFile(Part part) throws IOException {
        String name = part.fileName() == null ? "" : part.fileName();
        if (!part.name().equals("files") || name.isEmpty()) {
            return;
        }
        if (files.size() >= SealedUploads.MOST_FILES) {
            faults.add(FieldError.at("/files", "file-one-too-many", name));
            return;
        }
        upload = uploads.store(upload);
        try {
            files.add(uploads.take(upload, part));
        } catch (TooLargeException tooLarge) {
            faults.add(FieldError.at("/files", "file-too-large", name));
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
