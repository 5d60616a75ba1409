package org.hikeshi.triage;

import io.restassured.response.Response;
import org.hikeshi.events.CaseId;

/** The first steps of a case, for tests of its packages. */
public final class CaseJourney {
    private CaseJourney() {}

    public static CaseId received() throws InterruptedException {
        return Cases.received();
    }

    public static Response confirm(CaseId caseId) {
        return Cases.post("security-office", caseId, "confirmation", "");
    }
}
