package org.hikeshi.intake.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedFile;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an {@code Idempotency-Key}: marks that only intake can make, of the key and of
 * what it was sent with (report part and each file), seven days long (design §5).
 */
record Marks(byte[] key, byte[] bound) {

    static @Nullable Marks of(Submission submission, byte[] sentSha256, IntakeSecret secret) {
        String key = submission.idempotencyKey();
        if (key == null) {
            return null;
        }
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        hashes.writeBytes(sentSha256);
        submission.files().stream().map(SealedFile::sha256).forEach(hashes::writeBytes);
        return new Marks(
                keyMark(key, secret), secret.mark("request content", hashes.toByteArray()));
    }

    static byte[] keyMark(String key, IntakeSecret secret) {
        return secret.mark("request key", key.getBytes(StandardCharsets.UTF_8));
    }

    boolean boundTo(byte[] other) {
        return Arrays.equals(bound, other);
    }
}
