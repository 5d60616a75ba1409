package org.hikeshi.triage.severity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import us.springett.cvss.Cvss;
import us.springett.cvss.Score;

/** What a CVSS v3.1 vector says (E3.2-cvss), or which of its metrics cannot be read. */
public sealed interface CvssReading {

    /**
     * Scores of a sound vector, 0.0–10.0 with one decimal, as FIRST's specification computes them;
     * without temporal or environmental metrics those scores follow from the base metrics.
     */
    record Scores(String vector, BigDecimal base, BigDecimal temporal, BigDecimal environmental)
            implements CvssReading {}

    /**
     * @param metric abbreviation of the metric at fault, {@code CVSS} for the prefix
     * @param reason {@code prefix}, {@code unknown}, {@code doubled}, {@code value} or {@code
     *     missing}
     */
    record Malformed(String metric, String reason) implements CvssReading {}

    /** Reads a vector beginning with {@code CVSS:3.1/}; metrics in any order. */
    static CvssReading of(String vector) {
        Optional<Malformed> fault = CvssMetrics.fault(vector);
        if (fault.isPresent()) {
            return fault.get();
        }
        Score score = Cvss.fromVector(vector).calculateScore();
        return new Scores(
                vector,
                tenths(score.getBaseScore()),
                tenths(score.getTemporalScore()),
                tenths(score.getEnvironmentalScore()));
    }

    private static BigDecimal tenths(double score) {
        return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
    }
}
