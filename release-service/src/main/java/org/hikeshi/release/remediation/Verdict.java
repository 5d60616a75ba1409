package org.hikeshi.release.remediation;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hikeshi.web.FieldError;

/** How somebody's act ended. Nothing changed unless it was done. */
public sealed interface Verdict<T> {

    /** It was done. */
    record Done<T>(T value) implements Verdict<T> {}

    /** There is no such thing, or not for this person: the same. */
    record Absent<T>() implements Verdict<T> {}

    /** Right person, wrong moment. */
    record Refused<T>(Refusal reason) implements Verdict<T> {}

    /** The act names no content that it is about. */
    record Unbound<T>() implements Verdict<T> {}

    /** The content is another one than the act was about. */
    record Stale<T>(String changedBy, Instant changedAt) implements Verdict<T> {}

    /** Input that was read but cannot be taken. */
    record Unfit<T>(List<FieldError> errors) implements Verdict<T> {}

    /** Goes on with what was done; anything else stays as it is. */
    default <R> Verdict<R> then(Function<T, Verdict<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value());
            case Absent<T> absent -> new Absent<>();
            case Refused<T> refused -> new Refused<>(refused.reason());
            case Unbound<T> unbound -> new Unbound<>();
            case Stale<T> stale -> new Stale<>(stale.changedBy(), stale.changedAt());
            case Unfit<T> unfit -> new Unfit<>(unfit.errors());
        };
    }
}
