package org.hikeshi.intake.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.intake.upload.IncomingParts;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.multipart.Part;
import org.jspecify.annotations.Nullable;

/**
 * What a request to the API carried: the report part as bytes and the files, sealed already. Not
 * for many threads.
 */
final class Sent {

    /** Bytes of the report part at most: 1 MiB. */
    static final int LARGEST_REPORT = 1 << 20;

    private final SealedUploads uploads;
    private final List<SealedFile> files = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private Upload upload = Upload.fresh();
    private byte @Nullable [] report;

    Sent(SealedUploads uploads) {
        this.uploads = uploads;
    }

    /** Reads a body that is the report itself. */
    void readJson(InputStream body) throws IOException {
        report = limited(body, 1);
    }

    /** Reads the parts {@code report} and {@code attachment}. */
    void readMultipart(InputStream body, String contentType) throws IOException {
        IncomingParts parts = new IncomingParts(body, contentType);
        for (Part part = parts.next(); part != null; part = parts.next()) {
            switch (part.name()) {
                case "report" -> takeReport(part);
                case "attachment" -> takeFile(part);
                default -> errors.add(FieldError.at("/" + safe(part.name()), "unknown-part"));
            }
        }
        if (report == null) {
            errors.add(FieldError.at("/report", "required"));
        }
    }

    private void takeReport(Part part) throws IOException {
        if (report == null) {
            report = limited(part.content(), part.number());
        } else {
            errors.add(FieldError.at("/report", "duplicate-field"));
        }
    }

    private void takeFile(Part part) throws IOException {
        if (files.size() == SealedUploads.MOST_FILES) {
            throw new TooLargeException(TooLargeException.Limit.FILES, part.number());
        }
        upload = uploads.store(upload);
        files.add(uploads.take(upload, part));
    }

    private static byte[] limited(InputStream content, int part) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_REPORT + 1);
        if (bytes.length > LARGEST_REPORT) {
            throw new TooLargeException(TooLargeException.Limit.REPORT_BYTES, part);
        }
        return bytes;
    }

    /** A part name goes back to its sender only in harmless characters. */
    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        return plain.substring(0, Math.min(plain.length(), 50));
    }

    byte[] report() {
        return report == null ? new byte[0] : report;
    }

    List<SealedFile> files() {
        return files;
    }

    List<FieldError> errors() {
        return errors;
    }

    Upload upload() {
        return upload;
    }

    /** Nothing of this request is to stay. */
    void discard() {
        uploads.discard(upload);
    }
}
