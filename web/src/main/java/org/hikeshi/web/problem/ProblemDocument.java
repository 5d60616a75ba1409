package org.hikeshi.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 document as sent.
 *
 * @param incident a random number that a person may quote to the desk and that the log knows; only
 *     where nobody foresaw the failure
 * @param documentation address of the API's description; only where a field is at fault
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemDocument(
        String type,
        String title,
        int status,
        String code,
        @Nullable String incident,
        @Nullable String documentation,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Field> errors) {

    /** MIME type of RFC 9457. */
    static final String MEDIA_TYPE = "application/problem+json";

    /** A field at fault; {@code accepted} are the fields or words that would have been taken. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Field(
            @JsonInclude(JsonInclude.Include.ALWAYS) String pointer,
            String code,
            String message,
            List<String> accepted) {}

    static ProblemDocument of(
            Problem problem,
            Words words,
            Language language,
            @Nullable String incident,
            @Nullable String documentation) {
        return new ProblemDocument(
                "urn:hikeshi:problem:" + problem.code(),
                words.say(language, "problem." + problem.code()),
                problem.status(),
                problem.code(),
                incident,
                problem.errors().isEmpty() ? null : documentation,
                problem.errors().stream()
                        .map(
                                error ->
                                        new Field(
                                                error.pointer(),
                                                error.code(),
                                                error.message(words, language),
                                                error.accepted()))
                        .toList());
    }
}
