package org.hikeshi.intake.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.upload.StoredFile;
import org.hikeshi.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API gives it.
 *
 * @param from {@code desk} or {@code reporter}
 * @param kind see {@link MessageKind#written()}
 * @param answerBy until when an answer is hoped for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageAnswer(
        String id,
        Instant at,
        String from,
        String kind,
        String text,
        @Nullable Instant answerBy,
        List<FileAnswer> attachments) {

    /** A file; {@code name} is what its sender called it. */
    public record FileAnswer(String id, int number, String name, long size, String sha256) {

        public static FileAnswer of(StoredFile stored) {
            return new FileAnswer(
                    stored.file().id().toString(),
                    stored.number(),
                    stored.file().name(),
                    stored.file().size(),
                    HexFormat.of().formatHex(stored.file().sha256()));
        }
    }

    /** A list that is given whole. */
    public record Listed<T>(List<T> items, @Nullable String next) {

        public static <T> Listed<T> of(List<T> items) {
            return new Listed<>(items, null);
        }
    }

    public static List<MessageAnswer> all(Conversation conversation, Language language) {
        return conversation.messages().stream()
                .map(message -> of(message, conversation, language))
                .toList();
    }

    private static MessageAnswer of(Message message, Conversation conversation, Language language) {
        return new MessageAnswer(
                message.id().toString(),
                message.at(),
                message.fromDesk() ? "desk" : "reporter",
                message.kind().written(),
                message.in(language),
                message.answerBy(),
                conversation.filesOf(message.id()).stream().map(FileAnswer::of).toList());
    }
}
