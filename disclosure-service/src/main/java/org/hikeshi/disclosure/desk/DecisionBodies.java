package org.hikeshi.disclosure.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** What is sent with a decision about a text. */
public final class DecisionBodies {
    private DecisionBodies() {}

    /**
     * @param outcome {@code accepted} (or {@code approved}), or {@code changes-requested} with a
     *     comment
     * @param deviation approval only: why it may go out before the policy's precondition is met
     */
    @RegisterForReflection
    public record Opinion(
            @Nullable String outcome, @Nullable String comment, @Nullable String deviation) {}

    /** Dates are ISO 8601 instants with offset. */
    @RegisterForReflection
    public record Date(
            @Nullable String date,
            @Nullable String answerBy,
            @Nullable String reason,
            @Nullable Boolean decided) {}

    /** {@code held} false releases. */
    @RegisterForReflection
    public record Hold(@Nullable Boolean held) {}

    /** For the public, by language tag. */
    @RegisterForReflection
    public record Withdrawal(@Nullable Map<String, String> reason) {}

    /** What is wrong with a reason: a language too many, or one too few. */
    static Optional<FieldError> wrong(Map<String, String> reason, List<String> languages) {
        Optional<FieldError> unknown =
                reason.keySet().stream()
                        .filter(language -> !languages.contains(language))
                        .map(language -> FieldError.at("/reason/" + language, "language-unknown"))
                        .findFirst();
        return unknown.or(
                () ->
                        languages.stream()
                                .filter(language -> isBlank(reason.get(language)))
                                .map(
                                        language ->
                                                FieldError.at(
                                                        "/reason/" + language, "reason-needed"))
                                .findFirst());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * @throws java.time.format.DateTimeParseException if it is none with offset
     */
    static @Nullable Instant instant(@Nullable String text) {
        return text == null
                ? null
                : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
