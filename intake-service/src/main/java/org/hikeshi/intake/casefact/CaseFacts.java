package org.hikeshi.intake.casefact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.intake.casefact.CaseHistory.Filed;
import org.hikeshi.intake.sql.Sql;

/** The table of facts: events as they were said, read again as their records. */
public final class CaseFacts {

    private static final String OF_REPORT =
            "SELECT f.case_id, f.report_id, f.type, f.value FROM case_fact f"
                    + " WHERE f.report_id = ? OR (f.report_id IS NULL AND f.case_id IN"
                    + " (SELECT ?::uuid UNION SELECT j.case_id FROM case_fact j"
                    + " WHERE j.report_id = ? AND j.type = ?))";

    private final EventCodec codec = new EventCodec();

    /**
     * Files an event as it was said, once, whatever how often it is heard: also with what only a
     * later version of us will understand.
     */
    void file(Connection connection, UUID eventId, CaseEvent event, byte[] said)
            throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO case_fact (event_id, case_id, report_id, type, value)"
                        + " VALUES (?, ?, ?::uuid, ?, ?) ON CONFLICT DO NOTHING",
                eventId,
                event.caseId().value(),
                HeardFact.reportOf(event).map(ReportId::value).orElse(null),
                event.type(),
                said);
    }

    /** Files what follows from an earlier record: nobody says it, so nobody hears it. */
    public void file(Connection connection, List<EarlierRecord.Fact> earlier) throws SQLException {
        for (EarlierRecord.Fact fact : earlier) {
            file(connection, fact.id(), fact.event(), codec.encode(fact.event()));
        }
    }

    /** All that is known about a report born in this case. */
    public CaseHistory of(Connection connection, ReportId report, CaseId bornIn)
            throws SQLException {
        List<Filed> filed =
                Sql.list(
                        connection,
                        OF_REPORT,
                        row ->
                                new Filed(
                                        new CaseId(row.getObject(1, UUID.class)),
                                        Optional.ofNullable(row.getObject(2, UUID.class))
                                                .map(ReportId::new),
                                        read(row.getString(3), row.getBytes(4))),
                        report.value(),
                        bornIn.value(),
                        report.value(),
                        HeardFact.JOINED.ceType());
        return CaseHistory.of(report, bornIn, filed);
    }

    private CaseEvent read(String type, byte[] value) {
        try {
            return (CaseEvent) codec.decode(type, value);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("what was filed had been read", impossible);
        }
    }
}
