package org.hikeshi.intake.casefact;

import java.util.Arrays;
import java.util.List;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;

/** Histories of one report for tests that need no database. */
public final class Histories {

    public static final CaseId CASE = CaseId.random();
    public static final ReportId REPORT = ReportId.random();

    private Histories() {}

    public static CaseHistory of(CaseEvent... facts) {
        return of(Arrays.asList(facts));
    }

    public static CaseHistory of(List<? extends CaseEvent> facts) {
        return CaseHistory.of(
                REPORT,
                CASE,
                facts.stream()
                        .map(
                                fact ->
                                        new CaseHistory.Filed(
                                                fact.caseId(), HeardFact.reportOf(fact), fact))
                        .toList());
    }
}
