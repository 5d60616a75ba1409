package org.hikeshi.notifier.ledger;

import jakarta.inject.Singleton;
import org.hikeshi.casefile.audit.CaseSubjects;

/** The deliveries of what is owed about a case. */
@Singleton
class MailSubjects implements CaseSubjects {

    @Override
    public String query() {
        return "SELECT d.id::text FROM delivery d JOIN obligation o ON o.id = d.obligation_id JOIN"
                + " asked USING (case_id)";
    }
}
