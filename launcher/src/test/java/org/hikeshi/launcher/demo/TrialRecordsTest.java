package org.hikeshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrialRecordsTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T00:00:00Z");

    private static List<String[]> rows() {
        return new TrialRecords(BEGAN).csv().lines().skip(1).map(l -> l.split(",", -1)).toList();
    }

    @Test
    void theSameSpreadsheetComesEachTime() {
        assertThat(new TrialRecords(BEGAN).csv()).isEqualTo(new TrialRecords(BEGAN).csv());
        assertThat(rows()).hasSize(36).allMatch(row -> row.length == 12);
        assertThat(rows().stream().map(row -> row[0]).distinct()).hasSize(36);
    }

    /** As the import asks for: whatever was done was done between receipt and closure. */
    @Test
    void everyRecordEndedBeforeTheWorkspaceBegan() {
        for (String[] row : rows()) {
            Instant received = Instant.parse(row[2]);
            Instant closed = Instant.parse(row[8]);
            assertThat(received).isBefore(closed);
            assertThat(closed).isBefore(BEGAN);
            Stream.of(row[3], row[4], row[6], row[7])
                    .filter(time -> !time.isEmpty())
                    .map(Instant::parse)
                    .forEach(at -> assertThat(at).isBetween(received, closed));
            assertThat(row[4].isEmpty()).isEqualTo(row[5].isEmpty());
        }
        assertThat(rows().stream().map(row -> row[5])).contains("critical", "high", "none", "");
    }
}
