package org.hikeshi.disclosure.advisory;

import jakarta.inject.Singleton;
import org.hikeshi.casefile.audit.CaseSubjects;

/** A case's advisories and notices. */
@Singleton
class AdvisorySubjects implements CaseSubjects {

    @Override
    public String query() {
        return "SELECT id::text FROM advisory JOIN asked USING (case_id)";
    }
}
