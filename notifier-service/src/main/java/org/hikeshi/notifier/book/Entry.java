package org.hikeshi.notifier.book;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: an obligation and how one delivery of it stands.
 *
 * @param id of the delivery; of the obligation where there is no delivery
 * @param mail its number in the list of mails, such as {@code R4}
 * @param recipient a reference, such as {@code staff:qa}; never an address
 * @param cause the event that made it owed
 * @param clause of the policy, or {@code house}
 * @param state waiting, sending, accepted, refused, withdrawn; without a delivery: status-page,
 *     each, asking, not-reachable, void
 * @param dueAt of the next try
 * @param replyCode what the mail server said last
 */
public record Entry(
        UUID id,
        UUID obligationId,
        UUID caseId,
        String trackingCode,
        String mail,
        String audience,
        String recipient,
        String occasion,
        UUID cause,
        Instant causedAt,
        String clause,
        String language,
        String state,
        @Nullable Instant dueAt,
        int attempts,
        @Nullable Integer replyCode,
        @Nullable Instant settledAt,
        int round,
        @Nullable String askedBy,
        boolean delivered) {

    /** One attempt. */
    public record Attempt(
            int number,
            Instant begunAt,
            @Nullable Instant endedAt,
            String outcome,
            @Nullable Integer replyCode) {}

    /**
     * An entry with everything that was tried.
     *
     * @param text the words as a server took them; absent before one did
     */
    public record Story(Entry entry, List<Attempt> attempts, @Nullable String text) {}
}
