package org.hikeshi.intake.conversation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedFile;
import org.hikeshi.intake.upload.Upload;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter sends after the report itself.
 *
 * @param id of the message; the same request gives the same id
 * @param text may be empty if there is a file
 * @param upload holds exactly {@code files}, sealed with the report's key
 */
public record Reply(UUID id, String text, Upload upload, List<SealedFile> files) {

    public Reply {
        files = List.copyOf(files);
    }

    /**
     * The id of what is sent under a name of the sender's choice: the same for the same report and
     * name, random without a name. Version 8 (RFC 9562 §5.8).
     */
    public static UUID id(ReportId report, @Nullable String requestKey, IntakeSecret secret) {
        if (requestKey == null || requestKey.isEmpty()) {
            return UUID.randomUUID();
        }
        byte[] named = (report + " " + requestKey).getBytes(StandardCharsets.UTF_8);
        ByteBuffer mark = ByteBuffer.wrap(secret.mark("message id", named));
        long high = (mark.getLong() & ~0xf000L) | 0x8000L;
        long low = (mark.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
