package org.hikeshi.intake.report;

import java.util.List;

/** Reports with little in them. */
final class SampleReports {

    private SampleReports() {}

    static Report saying(String description, String email) {
        return new Report(
                new Report.Product("", "", ""),
                "",
                description,
                "",
                "",
                null,
                "",
                new Report.Exploitation(Report.Exploitation.Status.UNKNOWN, ""),
                new Report.DisclosurePlan(null, null, null, ""),
                "",
                List.of(),
                "",
                null,
                new Report.Reporter("", email, "", ""),
                null);
    }
}
