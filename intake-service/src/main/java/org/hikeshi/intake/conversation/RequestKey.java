package org.hikeshi.intake.conversation;

import java.util.List;
import java.util.regex.Pattern;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of a request: one to 255 visible ASCII characters. */
public final class RequestKey {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private RequestKey() {}

    /** The same key, or null if there is none. */
    public static @Nullable String checked(@Nullable String key) {
        if (key != null && !FORM.matcher(key).matches()) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("", "idempotency-key"))));
        }
        return key;
    }
}
