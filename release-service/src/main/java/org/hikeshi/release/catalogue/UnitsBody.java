package org.hikeshi.release.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hikeshi.events.Version;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Units as they are sent: {@code {"units": [{serial, model, version, customerId, supportEnds}]}}.
 */
@RegisterForReflection
public record UnitsBody(@Nullable List<@Nullable UnitBody> units) {
    private static final int MOST = 10_000;

    /**
     * One unit.
     *
     * @param serial 1 to 64 letters, digits and {@code . _ : -}
     * @param customerId 1 to 64 letters, digits and {@code . _ -}; may be left out
     */
    @RegisterForReflection
    public record UnitBody(
            @Nullable String serial,
            @Nullable String model,
            @Nullable String version,
            @Nullable String customerId,
            @Nullable String supportEnds) {
        private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._:-]{0,63}");
        private static final Pattern CUSTOMER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,63}");

        void addErrors(List<FieldError> errors, String at, Product product) {
            if (serial == null || !SERIAL.matcher(serial).matches()) {
                errors.add(FieldError.at(at + "/serial", "serial"));
            }
            if (model == null || !product.models().contains(model)) {
                errors.add(FieldError.at(at + "/model", "not-a-model"));
            }
            if (version == null || !ProductBody.holds(version, Version::new)) {
                errors.add(FieldError.at(at + "/version", "version"));
            }
            if (customerId != null && !CUSTOMER.matcher(customerId).matches()) {
                errors.add(FieldError.at(at + "/customerId", "customer-id"));
            }
            if (supportEnds != null && ProductBody.date(supportEnds).isEmpty()) {
                errors.add(FieldError.at(at + "/supportEnds", "date"));
            }
        }

        Unit unit(Product product) {
            return new Unit(
                    product.id(),
                    String.valueOf(serial),
                    String.valueOf(model),
                    String.valueOf(version),
                    customerId,
                    ProductBody.date(supportEnds).orElse(null));
        }
    }

    /** What is wrong, unit by unit; at most a hundred complaints. */
    List<FieldError> errors(Product product) {
        List<FieldError> errors = new ArrayList<>();
        if (units == null || units.isEmpty()) {
            return List.of(FieldError.at("/units", "units-missing"));
        }
        if (units.size() > MOST) {
            return List.of(FieldError.at("/units", "too-many", MOST));
        }
        for (int at = 0; at < units.size() && errors.size() < 100; at++) {
            UnitBody unit = units.get(at);
            if (unit == null) {
                errors.add(FieldError.at("/units/" + at, "wrong-type"));
            } else {
                unit.addErrors(errors, "/units/" + at, product);
            }
        }
        return errors;
    }

    /** To be asked only without {@link #errors}. */
    List<Unit> units(Product product) {
        List<Unit> all = new ArrayList<>();
        for (UnitBody unit : units == null ? List.<UnitBody>of() : units) {
            if (unit != null) {
                all.add(unit.unit(product));
            }
        }
        return all;
    }
}
