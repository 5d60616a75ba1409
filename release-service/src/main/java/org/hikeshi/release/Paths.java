package org.hikeshi.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What requests of this service have in common: ids in paths, entity tags (RFC 9110 §8.8.3). */
public final class Paths {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern STRONG_TAG = Pattern.compile("\"([\\x21\\x23-\\x7e]+)\"");

    private Paths() {}

    /** An id in its one spelling. */
    public static Optional<UUID> id(String text) {
        return UUID_FORM.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** What stands between the quotes of one strong entity tag. */
    public static Optional<String> etag(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var tag = STRONG_TAG.matcher(header.strip());
        return tag.matches() ? Optional.of(tag.group(1)) : Optional.empty();
    }

    /** A counted revision. */
    public static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** 412: somebody was faster; says who and when. */
    public static Problem stale(String by, Instant at) {
        return new Problem(
                412,
                "changed-meanwhile",
                List.of(FieldError.at("", "changed-by", by, at.toString())));
    }
}
