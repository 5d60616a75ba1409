package org.hikeshi.web.problem;

import java.util.List;
import org.hikeshi.web.FieldError;

/**
 * A refusal before it is put into words.
 *
 * @param status HTTP status, 400–599
 * @param code fixed word for programs, last part of the problem's {@code type}; its title in words
 *     is the key {@code problem.<code>}
 * @param errors the fields at fault, empty where no field is
 */
public record Problem(int status, String code, List<FieldError> errors) {

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code) {
        return new Problem(status, code, List.of());
    }

    /** 422 for input that was read but cannot be taken. */
    public static Problem fields(List<FieldError> errors) {
        return new Problem(422, "fields", errors);
    }

    /** 400 for a body that is no JSON (RFC 8259). */
    public static Problem malformedJson() {
        return of(400, "malformed-json");
    }

    public static Problem notFound() {
        return of(404, "not-found");
    }
}
