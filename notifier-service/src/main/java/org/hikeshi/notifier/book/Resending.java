package org.hikeshi.notifier.book;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hikeshi.notifier.ledger.ResendingMail;
import org.hikeshi.notifier.ledger.ResendingMail.Outcome;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Sends something once more, for somebody who acts on its case and says why. */
@Singleton
class Resending {
    private static final int LONGEST_REASON = 500;

    private final MailBook book;
    private final ResendingMail ledger;
    private final DeliveringMail delivering;

    Resending(MailBook book, ResendingMail ledger, DeliveringMail delivering) {
        this.book = book;
        this.ledger = ledger;
        this.delivering = delivering;
    }

    /**
     * @param acting {@link Seeing#acting}
     * @return the new delivery
     * @throws ProblemException 404 not theirs to act on, 409 with the reason, 422 without a reason
     *     given
     */
    UUID again(UUID delivery, @Nullable String reason, Seeing acting) {
        Entry entry =
                book.entry(delivery, acting)
                        .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!entry.delivered()) {
            throw new ProblemException(Problem.of(409, "mail-no-delivery"));
        }
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("/reason", "mail-reason"))));
        }
        return switch (ledger.again(delivery, delivering.newMessageId(), acting.staff(), why)) {
            case Outcome.Resent resent -> {
                delivering.wake();
                yield resent.delivery();
            }
            case Outcome.Refused refused ->
                    throw new ProblemException(Problem.of(409, "mail-" + refused.reason()));
        };
    }
}
