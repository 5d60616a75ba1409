package org.hikeshi.release.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Units that have the remedy.
 *
 * @param units up to 1,000
 * @param evidence how it is known, in words
 */
@RegisterForReflection
public record UnitsBody(@Nullable List<UnitBody> units, @Nullable String evidence) {
    private static final int MOST = 1_000;
    private static final int LONGEST_TEXT = 4_000;

    /** A unit. */
    @RegisterForReflection
    public record UnitBody(@Nullable String model, @Nullable String serial) {}

    /** What is wrong with it, field by field. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (units == null || units.isEmpty() || units.size() > MOST) {
            errors.add(FieldError.at("/units", "units-number", MOST));
        } else {
            for (int at = 0; at < units.size(); at++) {
                if (units.get(at).model() == null || units.get(at).serial() == null) {
                    errors.add(FieldError.at("/units/" + at, "unit-unnamed"));
                }
            }
        }
        if (evidence == null || evidence.isBlank()) {
            errors.add(FieldError.at("/evidence", "reason-needed"));
        } else if (evidence.length() > LONGEST_TEXT) {
            errors.add(FieldError.at("/evidence", "reason-long", LONGEST_TEXT));
        }
        return errors;
    }

    /** To be asked only without {@link #errors}. */
    List<DeclaringUnits.Named> named() {
        List<DeclaringUnits.Named> named = new ArrayList<>();
        for (UnitBody unit : units == null ? List.<UnitBody>of() : units) {
            named.add(
                    new DeclaringUnits.Named(
                            String.valueOf(unit.model()), String.valueOf(unit.serial())));
        }
        return named;
    }
}
