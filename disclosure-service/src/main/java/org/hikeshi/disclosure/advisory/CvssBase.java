package org.hikeshi.disclosure.advisory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import us.springett.cvss.Cvss;

/**
 * The base score of a CVSS v3.1 vector (FIRST, CVSS v3.1 §7.1).
 *
 * @param score 0.0 to 10.0, one digit after the point
 * @param band {@code NONE, LOW, MEDIUM, HIGH, CRITICAL} as CSAF writes it
 */
public record CvssBase(String vector, BigDecimal score, String band) {
    private static final Pattern FORM =
            Pattern.compile(
                    "CVSS:3\\.1/AV:[NALP]/AC:[LH]/PR:[NLH]/UI:[NR]/S:[UC]/C:[NLH]/I:[NLH]/A:[NLH]");

    /** Whether the text is a base vector: the eight metrics in the standard's order, no others. */
    public static boolean readable(String vector) {
        return FORM.matcher(vector).matches();
    }

    static CvssBase of(String vector) {
        if (!readable(vector)) {
            throw new IllegalArgumentException("not a CVSS v3.1 base vector");
        }
        double score = Cvss.fromVector(vector).calculateScore().getBaseScore();
        BigDecimal exact = BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
        return new CvssBase(vector, exact, band(exact.doubleValue()));
    }

    private static String band(double score) {
        if (score >= 9) {
            return "CRITICAL";
        }
        if (score >= 7) {
            return "HIGH";
        }
        if (score >= 4) {
            return "MEDIUM";
        }
        return score > 0 ? "LOW" : "NONE";
    }
}
