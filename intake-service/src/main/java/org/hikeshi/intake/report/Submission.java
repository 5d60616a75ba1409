package org.hikeshi.intake.report;

import java.util.List;
import org.hikeshi.events.Channel;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * A valid report with its files, ready to be stored.
 *
 * @param sent what the receipt hashes: the JSON body or part as received; for a form the canonical
 *     JSON
 * @param upload holds exactly {@code files}; its key becomes the content key
 * @param idempotencyKey what the sender calls this request, null if nothing
 * @param provenance where it reached the house first, null if it came by itself
 */
public record Submission(
        Report report,
        byte[] sent,
        Upload upload,
        List<SealedFile> files,
        Channel channel,
        @Nullable String idempotencyKey,
        @Nullable Provenance provenance) {

    public Submission {
        files = List.copyOf(files);
    }

    /** A report that came by itself. */
    public Submission(
            Report report,
            byte[] sent,
            Upload upload,
            List<SealedFile> files,
            Channel channel,
            @Nullable String idempotencyKey) {
        this(report, sent, upload, files, channel, idempotencyKey, null);
    }
}
