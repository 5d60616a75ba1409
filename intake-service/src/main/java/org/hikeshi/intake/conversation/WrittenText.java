package org.hikeshi.intake.conversation;

import java.util.List;
import org.hikeshi.intake.report.Texts;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Judges prose that came through an API; a form is more patient. */
public final class WrittenText {

    private WrittenText() {}

    /**
     * The text as it was written, empty if none was given.
     *
     * @throws ProblemException 422 if it is too long or no Unicode
     */
    public static String optional(String pointer, @Nullable String text) {
        String given = text == null ? "" : text;
        String fault = Texts.fault(given, Texts.LONGEST_PROSE, false);
        if (!fault.isEmpty()) {
            throw refusal(FieldError.at(pointer, fault, Texts.LONGEST_PROSE));
        }
        return given;
    }

    /** The same for a text without which there is nothing. */
    public static String required(String pointer, @Nullable String text) {
        String given = optional(pointer, text);
        if (given.isBlank()) {
            throw refusal(FieldError.at(pointer, "required"));
        }
        return given;
    }

    private static ProblemException refusal(FieldError error) {
        return new ProblemException(Problem.fields(List.of(error)));
    }
}
