package org.hikeshi.intake.earlier;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.web.FieldError;

/**
 * Takes a list of earlier records: all rows are judged before the first is stored. Each is stored
 * in a transaction of its own; a list that was broken off is brought in again and goes on where it
 * stopped.
 */
final class ImportingRecords {

    private final ReportReader reader;
    private final ReceivingReport receiving;
    private final PolicyVersions policies;
    private final InstantSource clock;

    ImportingRecords(
            ReportReader reader,
            ReceivingReport receiving,
            PolicyVersions policies,
            InstantSource clock) {
        this.reader = reader;
        this.receiving = receiving;
        this.policies = policies;
        this.clock = clock;
    }

    /** How it ended. */
    sealed interface Outcome {}

    /**
     * What was taken, or would be.
     *
     * @param unchanged those that had been brought in before
     */
    record Taken(int created, int unchanged) implements Outcome {}

    /** Nothing was stored. */
    record Refused(List<FieldError> errors) implements Outcome {}

    Outcome take(List<RecordRow> rows, StaffId staff, boolean dryRun) {
        List<FieldError> errors = new ArrayList<>();
        List<EarlierReport> reports = judged(rows, staff, errors);
        List<EarlierReport> fresh = new ArrayList<>();
        for (EarlierReport report : reports) {
            Optional<ReceivingReport.Outcome> before = receiving.recognised(report.submission());
            if (before.isEmpty()) {
                fresh.add(report);
            } else if (before.get() instanceof ReceivingReport.KeyUsedOtherwise) {
                errors.add(otherwise(report));
            }
        }
        if (!errors.isEmpty()) {
            return new Refused(errors);
        }
        if (!dryRun) {
            for (EarlierReport report : fresh) {
                // Somebody else brings in another list with this number, at this moment.
                if (receiving.receive(report.submission())
                        instanceof ReceivingReport.KeyUsedOtherwise) {
                    return new Refused(List.of(otherwise(report)));
                }
            }
        }
        return new Taken(fresh.size(), rows.size() - fresh.size());
    }

    private List<EarlierReport> judged(
            List<RecordRow> rows, StaffId staff, List<FieldError> errors) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        EarlierReader reading =
                new EarlierReader(reader, policies.current().calendar().zone(), now, staff);
        List<EarlierReport> reports = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (RecordRow row : rows) {
            Optional<EarlierReport> read = reading.read(row, errors);
            if (read.filter(report -> !numbers.add(report.number())).isPresent()) {
                errors.add(FieldError.at(row.place().apply("/number"), "number-twice"));
            }
            read.ifPresent(reports::add);
        }
        return reports;
    }

    private static FieldError otherwise(EarlierReport report) {
        return FieldError.at(report.row().place().apply("/number"), "number-known-otherwise");
    }
}
