package org.hikeshi.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 document as sent. {@code incident} is a random number that a person may quote to the
 * desk and that the log knows; it stands only where nobody foresaw the failure.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemDocument(
        String type,
        String title,
        int status,
        String code,
        @Nullable String incident,
        List<Field> errors) {

    /** MIME type of RFC 9457. */
    static final String MEDIA_TYPE = "application/problem+json";

    record Field(String pointer, String code, String message) {}

    static ProblemDocument of(
            Problem problem, Words words, Language language, @Nullable String incident) {
        return new ProblemDocument(
                "urn:hikeshi:problem:" + problem.code(),
                words.say(language, "problem." + problem.code()),
                problem.status(),
                problem.code(),
                incident,
                problem.errors().stream()
                        .map(
                                error ->
                                        new Field(
                                                error.pointer(),
                                                error.code(),
                                                error.message(words, language)))
                        .toList());
    }
}
