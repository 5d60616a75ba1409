package org.hikeshi.intake.form;

import java.util.List;
import org.hikeshi.intake.report.Report;
import org.hikeshi.web.FieldError;

/**
 * What came of reading a form.
 *
 * @param errors what a person has to look at again; only without any may the report be stored
 * @param contactDropped contact fields were filled in but <em>anonymous</em> was chosen: they are
 *     not in the report
 */
record FormReading(Report report, List<FieldError> errors, boolean contactDropped) {

    FormReading {
        errors = List.copyOf(errors);
    }
}
