package org.hikeshi.intake.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param answerBy until when an answer is hoped for, null if none is
 * @param staff which person of the desk wrote it; null for a reporter's message and for what
 *     another service told
 * @param seen whether the other side has had it on its page
 * @param texts the words by language tag; {@link #AS_WRITTEN} for what a person wrote
 */
public record Message(
        UUID id,
        MessageKind kind,
        Instant at,
        @Nullable Instant answerBy,
        @Nullable String staff,
        boolean seen,
        Map<String, String> texts) {

    /** Key of a text that stands in whatever language its writer chose (BCP 47). */
    public static final String AS_WRITTEN = "und";

    public Message {
        texts = Map.copyOf(texts);
    }

    public boolean fromDesk() {
        return kind.fromDesk();
    }

    /** The words for a reader: as written, else in the asked language, else in the other one. */
    public String in(Language language) {
        String written = texts.get(AS_WRITTEN);
        String fallback = texts.getOrDefault(language.other().tag(), "");
        return written == null ? texts.getOrDefault(language.tag(), fallback) : written;
    }
}
