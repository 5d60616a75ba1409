package org.hikeshi.triage.severity;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics of CVSS v3.1 and their values (specification §6, table 15). The calculator skips what
 * it does not know and takes a doubled metric; this is what it is asked after.
 */
final class CvssMetrics {
    static final String PREFIX = "CVSS:3.1/";
    private static final int LONGEST = 200;

    private static final List<String> BASE = List.of("AV", "AC", "PR", "UI", "S", "C", "I", "A");
    private static final Map<String, String> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("AV", "NALP");
        VALUES.put("AC", "LH");
        VALUES.put("PR", "NLH");
        VALUES.put("UI", "NR");
        VALUES.put("S", "UC");
        VALUES.put("C", "NLH");
        VALUES.put("I", "NLH");
        VALUES.put("A", "NLH");
        VALUES.put("E", "XUPFH");
        VALUES.put("RL", "XOTWU");
        VALUES.put("RC", "XURC");
        VALUES.put("CR", "XLMH");
        VALUES.put("IR", "XLMH");
        VALUES.put("AR", "XLMH");
        VALUES.put("MAV", "XNALP");
        VALUES.put("MAC", "XLH");
        VALUES.put("MPR", "XNLH");
        VALUES.put("MUI", "XNR");
        VALUES.put("MS", "XUC");
        VALUES.put("MC", "XNLH");
        VALUES.put("MI", "XNLH");
        VALUES.put("MA", "XNLH");
    }

    private CvssMetrics() {}

    /** What is wrong with a vector, if something is. */
    static Optional<CvssReading.Malformed> fault(String vector) {
        if (!vector.startsWith(PREFIX) || vector.length() > LONGEST) {
            return malformed("CVSS", "prefix");
        }
        Set<String> seen = new HashSet<>();
        for (String part : vector.substring(PREFIX.length()).split("/", -1)) {
            int colon = part.indexOf(':');
            String metric = colon < 0 ? part : part.substring(0, colon);
            String values = VALUES.get(metric);
            if (values == null) {
                return malformed(named(metric), "unknown");
            }
            if (!seen.add(metric)) {
                return malformed(metric, "doubled");
            }
            String value = colon < 0 ? "" : part.substring(colon + 1);
            if (value.length() != 1 || values.indexOf(value.charAt(0)) < 0) {
                return malformed(metric, "value");
            }
        }
        return BASE.stream()
                .filter(metric -> !seen.contains(metric))
                .findFirst()
                .flatMap(metric -> malformed(metric, "missing"));
    }

    /* What was typed goes back only where it could be a metric at all. */
    private static String named(String given) {
        return given.matches("[A-Za-z]{1,4}") ? given : "CVSS";
    }

    private static Optional<CvssReading.Malformed> malformed(String metric, String reason) {
        return Optional.of(new CvssReading.Malformed(metric, reason));
    }
}
