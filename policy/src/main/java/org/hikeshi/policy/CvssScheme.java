package org.hikeshi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Severity by CVSS (E3.2-cvss, E4.1). The bands cover 0.1–10.0 without gap; 0.0 is no
 * vulnerability.
 */
public record CvssScheme(
        @Key(says = "The CVSS version used in principle, such as \"3.1\"") VersionNumber version,
        @Key(says = "Which score sets the band", otherwise = "base") ScoreKind score,
        @Key(says = "The band of each severity") Map<Severity, Band> bands)
        implements Checked {
    private static final BigDecimal STEP = new BigDecimal("0.1");

    /** The severity of a score; empty for 0.0. */
    public Optional<Severity> severityOf(BigDecimal score) {
        return bands.entrySet().stream()
                .filter(band -> band.getValue().contains(score))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public List<Complaint> complaints() {
        List<Complaint> all = Levels.missing("bands", bands);
        if (!all.isEmpty()) {
            return all;
        }
        boolean whole =
                band(Severity.CRITICAL).to().compareTo(BigDecimal.TEN) == 0
                        && band(Severity.LOW).from().compareTo(STEP) == 0;
        if (!whole) {
            all.add(new Complaint("bands", Mistake.BANDS_NOT_WHOLE, STEP.toString(), "10.0"));
        }
        Severity[] levels = Severity.values();
        for (int i = 1; i < levels.length; i++) {
            BigDecimal end = band(levels[i - 1]).from().subtract(STEP);
            if (band(levels[i]).to().compareTo(end) != 0) {
                String level = Words.written(levels[i]);
                all.add(
                        new Complaint(
                                "bands." + level + ".to",
                                Mistake.BANDS_NOT_JOINED,
                                level,
                                end + ""));
            }
        }
        return all;
    }

    private Band band(Severity severity) {
        return java.util.Objects.requireNonNull(bands.get(severity));
    }
}
