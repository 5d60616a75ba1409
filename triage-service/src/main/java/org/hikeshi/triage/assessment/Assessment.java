package org.hikeshi.triage.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk found out about a case (E3.2-impact), as in the API. Everything may be left out
 * until it is known; null is "not known", never "none".
 *
 * @param factors names of the policy's factors that apply (E4.2)
 * @param notes for the desk alone
 * @param findings what the reporter is told at scoring
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Assessment(
        @Nullable Boolean reproducible,
        @Nullable String attackVector,
        @Nullable String privileges,
        @Nullable String userInteraction,
        @Nullable String confidentiality,
        @Nullable String integrity,
        @Nullable String availability,
        @Nullable String exploitation,
        @Nullable String exposure,
        @Nullable String scope,
        @Nullable List<String> factors,
        @Nullable String notes,
        @Nullable ToldText findings,
        @Nullable List<Vulnerability> vulnerabilities) {

    /** Nothing known yet. */
    public static final Assessment EMPTY =
            new Assessment(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null);

    /**
     * One vulnerability of the case.
     *
     * @param id given by triage; kept when it comes back
     * @param cvss31 a vector; its score sets the severity where the policy has bands
     * @param cvss40 recorded beside it
     * @param severity by definition, or in place of a v3.1 score with a reason
     * @param justification needed with {@code severity}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vulnerability(
            @Nullable String id,
            @Nullable String title,
            @Nullable String cwe,
            @Nullable String cvss31,
            @Nullable String cvss40,
            @Nullable String severity,
            @Nullable String justification,
            @Nullable List<Affected> affected) {

        List<Affected> affectedOrNone() {
            return affected == null ? List.of() : affected;
        }

        Vulnerability withId(String given) {
            return new Vulnerability(
                    given, title, cwe, cvss31, cvss40, severity, justification, affected);
        }
    }

    /**
     * A product with the versions concerned.
     *
     * @param versions {@code >=1.0|<2.4.1}; {@code *} or null for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Affected(@Nullable String productId, @Nullable String versions) {}

    List<Vulnerability> vulnerabilitiesOrNone() {
        return vulnerabilities == null ? List.of() : vulnerabilities;
    }

    List<String> factorsOrNone() {
        return factors == null ? List.of() : factors;
    }

    Assessment with(List<Vulnerability> others) {
        return new Assessment(
                reproducible,
                attackVector,
                privileges,
                userInteraction,
                confidentiality,
                integrity,
                availability,
                exploitation,
                exposure,
                scope,
                factors,
                notes,
                findings,
                others);
    }
}
