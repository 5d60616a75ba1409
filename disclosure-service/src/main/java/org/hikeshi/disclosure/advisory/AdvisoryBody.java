package org.hikeshi.disclosure.advisory;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What the editor or a program sends. At creation an absent part is filled from what is known of
 * the case; at an edit it stays as it is.
 *
 * @param kind {@code SA} or {@code SN}; only at creation
 * @param audience {@code public} is the only one yet
 * @param texts by language tag
 * @param credits lines exactly as printed
 * @param changeNote what a revision changes and why
 */
@RegisterForReflection
public record AdvisoryBody(
        @Nullable String caseId,
        @Nullable String kind,
        @Nullable String audience,
        @Nullable Map<String, Text> texts,
        @Nullable List<Affected> affected,
        @Nullable List<Vulnerability> vulnerabilities,
        @Nullable Map<String, String> remedy,
        @Nullable Map<String, String> workaround,
        @Nullable List<String> credits,
        @Nullable Map<String, String> changeNote) {

    /** What an edit cannot change: absent in it, or as it is. */
    List<FieldError> moving(Advisory advisory) {
        List<FieldError> errors = new ArrayList<>();
        if (caseId != null && !caseId.equals(advisory.caseId().toString())) {
            errors.add(FieldError.at("/caseId", "begun-with"));
        }
        if (kind != null && !kind.equals(advisory.kind().name())) {
            errors.add(FieldError.at("/kind", "begun-with"));
        }
        return errors;
    }

    /** Whether the part with this fault was sent, not kept from before. */
    boolean sends(FieldError fault) {
        return affected != null && fault.pointer().startsWith("/affected/")
                || vulnerabilities != null && fault.pointer().startsWith("/vulnerabilities/");
    }

    /** One language. */
    @RegisterForReflection
    public record Text(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String impact,
            @Nullable String details,
            @Nullable String whatToDo) {}

    /**
     * One row of the table of products.
     *
     * @param product public name; taken from the catalogue if only the id is given
     * @param standing {@code affected} (the default) or {@code not-affected}
     */
    @RegisterForReflection
    public record Affected(
            @Nullable String productId,
            @Nullable String product,
            @Nullable String model,
            @Nullable String versions,
            @Nullable String fixed,
            @Nullable String standing) {}

    /** One vulnerability; {@code severity} may be left out where the vector says it. */
    @RegisterForReflection
    public record Vulnerability(
            @Nullable String cve,
            @Nullable String cwe,
            @Nullable String cvss31,
            @Nullable String severity) {}
}
