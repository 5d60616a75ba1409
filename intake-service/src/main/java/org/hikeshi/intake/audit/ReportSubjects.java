package org.hikeshi.intake.audit;

import jakarta.inject.Singleton;
import org.hikeshi.casefile.audit.CaseSubjects;

/** A case's reports, also those that joined it, and their messages. */
@Singleton
class ReportSubjects implements CaseSubjects {

    @Override
    public String query() {
        return "SELECT h.report_id::text FROM report_on_record h JOIN asked USING (case_id) UNION"
                + " SELECT m.id::text FROM message m JOIN report_on_record h USING (report_id)"
                + " JOIN asked ON asked.case_id = h.case_id";
    }
}
