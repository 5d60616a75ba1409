package org.hikeshi.intake.audit;

import jakarta.inject.Singleton;
import org.hikeshi.casefile.audit.CaseSubjects;

/** A case's reports, those that joined it, and their messages. */
@Singleton
class ReportSubjects implements CaseSubjects {

    @Override
    public String query() {
        return "SELECT r.id::text FROM report r JOIN asked USING (case_id)"
                + " UNION SELECT j.report_id::text FROM joined_report j JOIN asked USING (case_id)"
                + " UNION SELECT m.id::text FROM message m JOIN report r ON r.id = m.report_id"
                + " JOIN asked USING (case_id)"
                + " UNION SELECT m.id::text FROM message m JOIN joined_report j USING (report_id)"
                + " JOIN asked ON asked.case_id = j.case_id";
    }
}
