package org.hikeshi.release.remediation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.jspecify.annotations.Nullable;

/** A mitigation or fix as its form has it. */
record RemediationForm(MultivaluedMap<String, String> sent) {

    /** As the API takes it; what is empty is absent. */
    RemediationBody body(String caseId) {
        Map<String, String> workaround = new HashMap<>();
        Optional.ofNullable(text("workaround-ja")).ifPresent(ja -> workaround.put("ja", ja));
        Optional.ofNullable(text("workaround-en")).ifPresent(en -> workaround.put("en", en));
        return new RemediationBody(
                caseId,
                text("kind"),
                sent.getOrDefault("products", List.of()),
                text("version"),
                text("minimumVersion"),
                text("summary"),
                workaround);
    }

    private @Nullable String text(String field) {
        // Browsers send CRLF for every line break; a person typed one.
        String value = Optional.ofNullable(sent.getFirst(field)).orElse("").replace("\r\n", "\n");
        return value.isBlank() ? null : value.strip();
    }

    /** What was typed and what is wrong with it. */
    Filled left(List<FieldError> errors) {
        return new Filled(sent, errors.stream().map(RemediationForm::named).distinct().toList());
    }

    private static FieldError named(FieldError error) {
        String[] steps = error.pointer().split("/");
        String field = steps.length > 1 ? steps[1] : "";
        return error.movedTo(field.equals("workaround") ? "/workaround-" + steps[2] : "/" + field);
    }

    /** The form of what is there. */
    static Filled of(Content content) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("kind", List.of(content.kind().name().toLowerCase(Locale.ROOT)));
        values.put("products", content.products().stream().map(String::valueOf).toList());
        put(values, "version", content.version());
        put(values, "minimumVersion", content.minimumVersion());
        put(values, "summary", content.summary());
        put(values, "workaround-ja", content.workaroundJa());
        put(values, "workaround-en", content.workaroundEn());
        return new Filled(values, List.of());
    }

    private static void put(
            Map<String, List<String>> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, List.of(value));
        }
    }
}
