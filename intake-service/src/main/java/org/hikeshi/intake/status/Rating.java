package org.hikeshi.intake.status;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hikeshi.events.Finding;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.jspecify.annotations.Nullable;

/**
 * The severity as the reporter may know it: only once the findings were told.
 *
 * @param level critical, high, medium, low or none
 * @param score the highest of its vulnerabilities, null where the policy has no scores
 * @param vectors CVSS vectors
 */
record Rating(String level, @Nullable BigDecimal score, List<String> vectors) {

    static Optional<Rating> of(Known known) {
        return known.scored()
                .filter(scored -> scored.finding() == Finding.VALID)
                .filter(scored -> known.resultTold().isPresent())
                .map(Rating::of);
    }

    private static Rating of(Scored scored) {
        return new Rating(
                scored.severity().name().toLowerCase(Locale.ROOT),
                scored.vulnerabilities().stream()
                        .map(ScoredVulnerability::score)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                scored.vulnerabilities().stream()
                        .map(ScoredVulnerability::cvss31)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList());
    }
}
