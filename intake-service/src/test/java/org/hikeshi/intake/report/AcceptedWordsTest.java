package org.hikeshi.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.hikeshi.intake.report.ReportReader.Unfit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever misspells a field or a word of a report is told which ones there are. */
class AcceptedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "{\"product\":{\"vendor\":\"x\"}} -> firmwareVersion, model, name",
                "{\"toldOthers\":[{\"party\":\"x\",\"by\":\"y\"}]} -> number, party",
                "{\"exploitation\":{\"status\":\"maybe\"}} -> unknown, none, proof-of-concept, active",
                "{\"reporter\":{\"language\":\"fr\"}} -> ja, en",
                "{\"title\":5} -> ''",
            })
    void stand(String body, String accepted) {
        ReportReader reader = new ReportReader(new ObjectMapper());
        assertThat(reader.read(body.getBytes(UTF_8), LocalDate.of(2026, 12, 1)))
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit ->
                                assertThat(String.join(", ", unfit.errors().getFirst().accepted()))
                                        .isEqualTo(accepted));
    }
}
