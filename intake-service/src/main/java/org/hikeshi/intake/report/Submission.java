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
 */
public record Submission(
        Report report,
        byte[] sent,
        Upload upload,
        List<SealedFile> files,
        Channel channel,
        @Nullable String idempotencyKey) {

    public Submission {
        files = List.copyOf(files);
    }
}
