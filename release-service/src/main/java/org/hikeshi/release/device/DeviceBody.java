package org.hikeshi.release.device;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A device to register. Names have up to 63 letters, digits, dots, hyphens and underscores.
 *
 * @param tenant {@code DEFAULT} if absent
 * @param serial the controller id if absent
 * @param group for stages by group
 * @param version what is installed; needed for a unit that is not in the catalogue yet
 * @param targetToken a token the device has already, 20 to 128 characters; made if absent
 */
@RegisterForReflection
public record DeviceBody(
        @Nullable String tenant,
        @Nullable String controllerId,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String group,
        @Nullable String version,
        @Nullable String targetToken) {
    private static final String DEFAULT_TENANT = "DEFAULT";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    /** What is wrong with it, field by field. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        check(errors, "/controllerId", controllerId, NAME, true);
        check(errors, "/tenant", tenant, NAME, false);
        check(errors, "/model", model, NAME, true);
        check(errors, "/serial", serial, NAME, false);
        check(errors, "/group", group, NAME, false);
        check(errors, "/version", version, NAME, false);
        check(errors, "/targetToken", targetToken, TargetToken.FORM, false);
        return errors;
    }

    private static void check(
            List<FieldError> errors,
            String field,
            @Nullable String value,
            Pattern form,
            boolean needed) {
        if (value == null ? needed : !form.matcher(value).matches()) {
            String code = form == NAME ? "device-name" : "device-token";
            errors.add(FieldError.at(field, code));
        }
    }

    /** To be asked only without {@link #errors}. */
    RegisteringDevice.Wanted wanted() {
        String controller = String.valueOf(controllerId);
        return new RegisteringDevice.Wanted(
                tenant == null ? DEFAULT_TENANT : tenant,
                controller,
                String.valueOf(model),
                serial == null ? controller : serial,
                group,
                version,
                targetToken);
    }
}
