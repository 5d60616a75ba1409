package org.hikeshi.release.remediation;

import jakarta.inject.Singleton;
import org.hikeshi.casefile.audit.CaseSubjects;

/** A case's remedies and rollouts. */
@Singleton
class RemediationSubjects implements CaseSubjects {

    @Override
    public String query() {
        return "SELECT remediation_id::text FROM remediation JOIN asked USING (case_id)"
                + " UNION SELECT campaign_id::text FROM campaign JOIN asked USING (case_id)";
    }
}
