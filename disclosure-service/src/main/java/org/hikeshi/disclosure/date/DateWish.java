package org.hikeshi.disclosure.date;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date of publication as the office wants it.
 *
 * @param answerBy until when reporters may answer; by the policy's clock if absent
 * @param reason why, for the record; needed for a decision and for a move
 * @param decided not proposed but decided, after or without consultation
 */
public record DateWish(Instant date, @Nullable Instant answerBy, String reason, boolean decided) {}
