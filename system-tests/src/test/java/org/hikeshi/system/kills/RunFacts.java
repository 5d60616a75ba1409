package org.hikeshi.system.kills;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is judged after a run.
 *
 * @param answered what clients hold a 201 for
 * @param stored the rows of intake that were not there before the run
 * @param cases the rows per service (name → rows) that were not there before the run
 * @param mails the acknowledgements in the mailbox that were not there before the run
 * @param opened the tracking codes whose access key, as answered, opens their status
 * @param kills what was killed when
 */
public record RunFacts(
        List<Answered> answered,
        List<Stored> stored,
        Map<String, List<CaseRow>> cases,
        List<Mail> mails,
        Set<String> opened,
        List<Kill> kills) {

    /**
     * A 201 that a client holds.
     *
     * @param email null = anonymous
     */
    public record Answered(String trackingCode, @Nullable String email) {}

    public record Stored(String trackingCode, UUID reportId, UUID caseId) {}

    public record CaseRow(UUID caseId, UUID reportId) {}

    /**
     * @param text subject and decoded text
     * @param acceptedAt when the mailbox had it on disk
     */
    public record Mail(String to, String messageId, String text, Instant acceptedAt) {}

    /**
     * @param process service, {@code kafka}, {@code postgresql} or {@code mailbox}
     * @param backAt when it was seen ready again
     */
    public record Kill(String process, Instant at, Instant backAt) {}
}
