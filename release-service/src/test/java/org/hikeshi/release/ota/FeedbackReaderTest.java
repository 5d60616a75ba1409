package org.hikeshi.release.ota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.hikeshi.release.campaign.DeviceReport;
import org.hikeshi.release.ota.Feedback.Execution;
import org.hikeshi.release.ota.Feedback.Finished;
import org.junit.jupiter.api.Test;

class FeedbackReaderTest {

    private static Optional<Feedback> read(String body) {
        return FeedbackReader.read(body.getBytes(UTF_8));
    }

    private static Feedback some(String body) {
        return read(body).orElseThrow();
    }

    @Test
    void swupdateWorking() {
        Feedback feedback =
                some(
                        """
                        { "id": 42, "time": "20261122T023544", "status": { "result": { "progress": { "cnt" : 0, "of" : 1 },
                        "finished": "none" }, "execution": "proceeding", "details" : [ "Installing Update Chunk Artifacts." ] } }
                        """);
        assertThat(feedback.execution()).isEqualTo(Execution.PROCEEDING);
        assertThat(feedback.details()).containsExactly("Installing Update Chunk Artifacts.");
        assertThat(feedback.onDeployment()).isEqualTo(DeviceReport.WORKING);
    }

    @Test
    void rawLineBreakInADetail() {
        Feedback feedback =
                some(
                        "{\"id\":42,\"status\":{\"result\":{\"finished\":\"failure\"},\"execution\":\"closed\",\"details\":[\"error"
                                + " in JSON.\n"
                                + "\",\"Image invalid or corrupted.\"]}}");
        assertThat(feedback.finished()).isEqualTo(Finished.FAILURE);
        assertThat(feedback.details())
                .containsExactly("error in JSON.", "Image invalid or corrupted.");
        assertThat(feedback.onDeployment()).isEqualTo(DeviceReport.FAILED);
    }

    @Test
    void unescapedQuoteInADetail() {
        Feedback feedback =
                some(
                        "{\"id\":\"42\",\"status\":{\"result\":{\"finished\":\"failure\"},\"execution\":\"closed\",\"details\":[\"cannot"
                                + " open \"payload.bin\" for writing\"]}}");
        assertThat(feedback.onDeployment()).isEqualTo(DeviceReport.FAILED);
        assertThat(feedback.details()).hasSize(1);
        assertThat(feedback.details().getFirst()).contains("payload.bin");
    }

    @Test
    void closedWithoutResultIsSuccess() {
        assertThat(some("{\"status\":{\"execution\":\"closed\"}}").onDeployment())
                .isEqualTo(DeviceReport.DONE);
        assertThat(
                        some("{\"status\":{\"execution\":\"closed\",\"result\":{\"finished\":\"none\"}}}")
                                .onDeployment())
                .isEqualTo(DeviceReport.DONE);
    }

    @Test
    void raucDownloadedKeepsTheActionOpen() {
        Feedback feedback =
                some(
                        "{\"id\":\"7\",\"status\":{\"execution\":\"downloaded\",\"result\":{\"finished\":\"success\"}}}");
        assertThat(feedback.onDeployment()).isEqualTo(DeviceReport.WORKING);
    }

    @Test
    void raucRejectsACancellationWhileItInstalls() {
        Feedback feedback =
                some(
                        "{\"status\":{\"execution\":\"rejected\",\"result\":{\"finished\":\"success\"}}}");
        assertThat(feedback.onCancellation()).isEqualTo(DeviceReport.CANCEL_REFUSED);
    }

    @Test
    void zephyrAnswersACancellationWithAStatusAlone() {
        String closed = "{\"status\":{\"execution\":\"closed\",\"result\":{\"finished\":\"%s\"}}}";
        assertThat(some(closed.formatted("success")).onCancellation())
                .isEqualTo(DeviceReport.GAVE_UP);
        assertThat(some(closed.formatted("failure")).onCancellation())
                .isEqualTo(DeviceReport.CANCEL_REFUSED);
    }

    @Test
    void aWordNobodyKnowsKeepsTheActionOpen() {
        assertThat(some("{\"status\":{\"execution\":\"dancing\"}}").onDeployment())
                .isEqualTo(DeviceReport.WORKING);
    }

    @Test
    void manyAndLongDetailsAreBounded() {
        String line = "\"" + "x".repeat(2048) + "\"";
        String lines = (line + ",").repeat(99) + line;
        Feedback feedback =
                some("{\"status\":{\"execution\":\"proceeding\",\"details\":[" + lines + "]}}");
        assertThat(feedback.details()).hasSize(48).allMatch(detail -> detail.length() == 512);
    }

    @Test
    void whatSaysNothingIsRefused() {
        assertThat(read("")).isEmpty();
        assertThat(read("{}")).isEmpty();
        assertThat(read("[]")).isEmpty();
        assertThat(read("{\"status\":{}}")).isEmpty();
        assertThat(read("{\"status\":{\"execution\":7}}")).isEmpty();
        assertThat(read("not json at all")).isEmpty();
    }

    @Test
    void configDataInTheFormsOfAllClients() {
        assertThat(config("{\"data\":{\"serial\":\"SN-1\"},\"mode\":\"replace\"}"))
                .isEqualTo("{serial=SN-1}");
        assertThat(
                        config(
                                "{\"id\":\"\",\"time\":\"20261122T023544\",\"status\":{\"execution\":\"closed\"},\"data\":{\"n\":7}}"))
                .isEqualTo("{n=7}");
        assertThat(ConfigReader.read("{\"status\":{}}".getBytes(UTF_8))).isEmpty();
        assertThat(ConfigReader.read("{".getBytes(UTF_8))).isEmpty();
    }

    private static String config(String body) {
        return ConfigReader.read(body.getBytes(UTF_8)).orElseThrow().values().toString();
    }
}
