package org.hikeshi.triage.severity;

import java.math.BigDecimal;
import java.util.Optional;
import org.hikeshi.events.Severity;
import org.hikeshi.policy.CvssScheme;
import org.hikeshi.policy.SeverityScheme;

/** From scores to severity, by the policy's bands (E4.1) or by definition (A6). */
public final class Banding {
    private static final BigDecimal NINE = new BigDecimal("9.0");
    private static final BigDecimal SEVEN = new BigDecimal("7.0");
    private static final BigDecimal FOUR = new BigDecimal("4.0");

    private Banding() {}

    /**
     * The score that sets the band under this scheme; under definitions the base score is shown.
     */
    public static BigDecimal deciding(CvssReading.Scores scores, SeverityScheme scheme) {
        return scheme.cvss()
                .map(
                        cvss ->
                                switch (cvss.score()) {
                                    case BASE -> scores.base();
                                    case TEMPORAL -> scores.temporal();
                                    case ENVIRONMENTAL -> scores.environmental();
                                })
                .orElse(scores.base());
    }

    /** The severity of a score: the policy's bands, or CVSS's own scale where it has none. */
    public static Severity severity(BigDecimal score, SeverityScheme scheme) {
        Optional<CvssScheme> cvss = scheme.cvss();
        if (cvss.isPresent()) {
            return cvss.get().severityOf(score).map(Banding::inEvents).orElse(Severity.NONE);
        }
        if (score.signum() == 0) {
            return Severity.NONE;
        }
        if (score.compareTo(NINE) >= 0) {
            return Severity.CRITICAL;
        }
        if (score.compareTo(SEVEN) >= 0) {
            return Severity.HIGH;
        }
        return score.compareTo(FOUR) >= 0 ? Severity.MEDIUM : Severity.LOW;
    }

    private static Severity inEvents(org.hikeshi.policy.Severity severity) {
        return switch (severity) {
            case CRITICAL -> Severity.CRITICAL;
            case HIGH -> Severity.HIGH;
            case MEDIUM -> Severity.MEDIUM;
            case LOW -> Severity.LOW;
        };
    }
}
