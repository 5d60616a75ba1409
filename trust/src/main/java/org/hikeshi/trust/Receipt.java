package org.hikeshi.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a reporter gets in writing: that these bytes arrived then, and what was promised under which
 * policy. Its exact bytes are plain UTF-8 text, one {@code name: value} per line, each line ended
 * by one line feed (ADR 0101):
 *
 * <pre>
 * Hikeshi receipt v1
 * id: R-7K3M-92QX-W
 * received: 2026-04-01T00:00:00Z
 * policy: 1.0
 * report-sha256: (64 hex digits)
 * file-sha256: (64 hex digits)            one line per file, in the order sent
 * promise: E3.2-ack acknowledgement target 2026-04-01T15:00:00Z
 * </pre>
 *
 * @param id the tracking code
 * @param received server time, UTC
 * @param policy the policy version in force
 * @param reportSha256 hex SHA-256 of the JSON body or part {@code report} exactly as received
 * @param filesSha256 hex SHA-256 of each file, in the order sent
 */
public record Receipt(
        String id,
        Instant received,
        String policy,
        String reportSha256,
        List<String> filesSha256,
        List<Promise> promises) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * One promise: the policy's clause, the clock, how binding ({@code target} or {@code
     * commitment}), and when it is due in UTC.
     */
    public record Promise(String clause, String clock, String kind, Instant dueAt) {
        public Promise {
            word("clause", clause);
            word("clock", clock);
            word("kind", kind);
        }
    }

    public Receipt {
        word("id", id);
        word("policy", policy);
        hash("reportSha256", reportSha256);
        filesSha256.forEach(hash -> hash("filesSha256", hash));
        filesSha256 = List.copyOf(filesSha256);
        promises = List.copyOf(promises);
    }

    /** The exact bytes that are signed. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder("Hikeshi receipt v1\n");
        text.append("id: ").append(id).append('\n');
        text.append("received: ").append(received).append('\n');
        text.append("policy: ").append(policy).append('\n');
        text.append("report-sha256: ").append(reportSha256).append('\n');
        filesSha256.forEach(hash -> text.append("file-sha256: ").append(hash).append('\n'));
        for (Promise promise : promises) {
            text.append("promise: ").append(promise.clause()).append(' ');
            text.append(promise.clock()).append(' ').append(promise.kind()).append(' ');
            text.append(promise.dueAt()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void word(String field, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    field + " of a receipt is one word of letters, digits and ._:/-");
        }
    }

    private static void hash(String field, String value) {
        if (!HASH.matcher(value).matches()) {
            throw new IllegalArgumentException(field + " is 64 lower-case hex digits");
        }
    }
}
