package org.hikeshi.intake.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be stored; the same id is stored once.
 *
 * @param toldToAll what makes these words every report's of a case; null if they are for one alone
 */
record NewMessage(
        UUID id,
        MessageKind kind,
        Instant at,
        @Nullable Instant answerBy,
        @Nullable String staff,
        Map<String, String> texts,
        @Nullable ToldToAll toldToAll) {

    /** Words about a case, of the fact that they belong to. */
    record ToldToAll(CaseId caseId, UUID event) {}

    /** What a person wrote. */
    static NewMessage written(UUID id, MessageKind kind, Instant at, String text) {
        return new NewMessage(id, kind, at, null, null, Map.of(Message.AS_WRITTEN, text), null);
    }
}
