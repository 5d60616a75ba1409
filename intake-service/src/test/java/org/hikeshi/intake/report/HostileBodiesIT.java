package org.hikeshi.intake.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.hikeshi.intake.Wire;
import org.junit.jupiter.api.Test;

/** Bodies no proper client sends: a problem document or a stored report, nothing in between. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class HostileBodiesIT {

    private static final String DISPOSITION = "Content-Disposition: form-data; name=";

    @Inject DataSource database;

    @Test
    void aWholeFormIsTaken() throws IOException {
        assertThat(form(report("{\"description\":\"whole\"}") + "--b--\n"))
                .startsWith("HTTP/1.1 201");
    }

    @Test
    void aFormWithoutItsLastBoundaryIsRefused() throws Exception {
        refused(report("{\"description\":\"cut\"}"), "malformed-multipart");
        refused(
                report("{}") + "--b\n" + DISPOSITION + "attachment; filename=a\n\nhalf",
                "malformed-multipart");
    }

    @Test
    void nestedFormsAreRefused() throws Exception {
        refused(
                report("{}")
                        + "--b\n"
                        + DISPOSITION
                        + "attachment\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--c--\n--b--\n",
                "malformed-multipart");
    }

    @Test
    void aHundredThousandHeadersAreRefused() throws Exception {
        refused("--b\n" + "A: b\n".repeat(100_000) + "\nx\n--b--\n", "too-large");
        refused("--b\nA: " + "b".repeat(1_000_000) + "\n\nx\n--b--\n", "too-large");
    }

    @Test
    void doubledAndUnknownPartsAreNamed() throws Exception {
        refused(
                report("{\"description\":\"a\"}") + report("{\"description\":\"b\"}") + "--b--\n",
                "duplicate-field");
        refused(
                report("{\"description\":\"a\"}") + "--b\n" + DISPOSITION + "other\n\nx\n--b--\n",
                "unknown-part");
        refused("--b\n" + DISPOSITION + "attachment; filename=a\n\nx\n--b--\n", "required");
        refused("--b--\n", "required");
    }

    @Test
    void filesInOtherAlphabetsAndOfLyingNamesAreFiles() throws IOException {
        for (String name :
                new String[] {"\"../../etc/passwd\"", "\"証拠.pcap\"", "\"\"", "\"a;b\"", "CON"}) {
            String answer =
                    form(
                            report("{}")
                                    + "--b\n"
                                    + DISPOSITION
                                    + "attachment; filename="
                                    + name
                                    + "\n\nx\n--b--\n");
            assertThat(answer).as(name).startsWith("HTTP/1.1 201").doesNotContain("passwd");
        }
    }

    @Test
    void aLengthTooShortCutsTheForm() throws Exception {
        byte[] body = crlf(report("{\"description\":\"x\"}") + "--b--\n");
        String head = head("multipart/form-data; boundary=b", body.length - 10);
        long before = reports();
        assertThat(Wire.say(head, Arrays.copyOf(body, body.length - 10), false))
                .startsWith("HTTP/1.1 400")
                .contains("malformed-multipart");
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void aLengthTooLongNeverBecomesAReport() throws Exception {
        byte[] body = crlf(report("{\"description\":\"x\"}") + "--b--\n");
        long before = reports();
        long uploads = new Stored(database).count("upload");
        String answer =
                Wire.say(head("multipart/form-data; boundary=b", body.length + 10), body, true);
        assertThat(answer).doesNotStartWith("HTTP/1.1 2");
        String json =
                Wire.say(
                        head("application/json", 100),
                        "{\"description\":\"x\"}".getBytes(UTF_8),
                        true);
        assertThat(json).doesNotStartWith("HTTP/1.1 2");
        assertThat(reports()).isEqualTo(before);
        assertThat(new Stored(database).count("upload")).isEqualTo(uploads);
    }

    @Test
    void theReportPartHasALimit() throws Exception {
        String large = "{\"description\":\"" + "x".repeat(1 << 20) + "\"}";
        refused(report(large) + "--b--\n", "limit-report-bytes");
        long before = reports();
        String answer =
                Wire.say(head("application/json", large.length()), large.getBytes(UTF_8), false);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("limit-report-bytes");
        assertThat(reports()).isEqualTo(before);
        String fits = "{\"description\":\"" + "x".repeat((1 << 20) - 30) + "\"}";
        assertThat(Wire.say(head("application/json", fits.length()), fits.getBytes(UTF_8), false))
                .startsWith("HTTP/1.1 201");
    }

    @Test
    void twentyFilesAndNoMore() throws Exception {
        String file = "--b\n" + DISPOSITION + "attachment; filename=a\n\nx\n";
        assertThat(form(report("{}") + file.repeat(20) + "--b--\n")).startsWith("HTTP/1.1 201");
        refused(report("{}") + file.repeat(21) + "--b--\n", "limit-files");
    }

    @Test
    void fiftyMebibytesAndNoMore() throws Exception {
        assertThat(largeFile(50L << 20)).startsWith("HTTP/1.1 201");
        long before = reports();
        long uploads = new Stored(database).count("upload");
        assertThat(largeFile((50L << 20) + 1))
                .startsWith("HTTP/1.1 413")
                .contains("limit-file-bytes")
                .contains("2");
        assertThat(reports()).isEqualTo(before);
        assertThat(new Stored(database).count("upload")).isEqualTo(uploads);
    }

    @Test
    void aLargeFileLeavesNoFileOnDiskAndFitsASmallHeap() throws Exception {
        Set<Path> before = temporaryFiles();
        long started = System.nanoTime();
        assertThat(largeFile(40L << 20)).startsWith("HTTP/1.1 201");
        assertThat(System.nanoTime()).isGreaterThan(started);
        Set<Path> left = temporaryFiles();
        left.removeAll(before);
        assertThat(left).as("files made while a report was received").isEmpty();
    }

    @Test
    void aSlowUploadArrives() throws Exception {
        byte[] body = crlf(report("{\"description\":\"slow\"}") + "--b--\n");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("multipart/form-data; boundary=b", body.length)
                            .replace("\n", "\r\n")
                            .getBytes(UTF_8));
            for (byte one : body) {
                out.write(one);
                out.flush();
            }
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, UTF_8)).isEqualTo("HTTP/1.1 201");
        }
    }

    /** Sends a file of zeros without holding it. */
    private static String largeFile(long size) throws IOException {
        byte[] start = crlf(report("{}") + "--b\n" + DISPOSITION + "attachment; filename=big\n\n");
        byte[] end = crlf("\n--b--\n");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("multipart/form-data; boundary=b", start.length + size + end.length)
                            .replace("\n", "\r\n")
                            .getBytes(UTF_8));
            out.write(start);
            byte[] zeros = new byte[1 << 16];
            for (long left = size; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
            out.write(end);
            out.flush();
            byte[] buffer = new byte[4_096];
            int read = socket.getInputStream().read(buffer);
            return read < 0 ? "" : new String(buffer, 0, read, UTF_8);
        }
    }

    private void refused(String form, String code) throws Exception {
        long before = reports();
        long uploads = new Stored(database).count("upload");
        String answer = form(form);
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .contains(code);
        assertThat(answer).doesNotContain("Exception", "org.hikeshi", "java.");
        assertThat(reports()).isEqualTo(before);
        assertThat(new Stored(database).count("upload")).isEqualTo(uploads);
    }

    private static String form(String form) throws IOException {
        byte[] body = crlf(form);
        return Wire.say(head("multipart/form-data; boundary=b", body.length), body, false);
    }

    private static String report(String json) {
        return "--b\n" + DISPOSITION + "report\nContent-Type: application/json\n\n" + json + "\n";
    }

    private static String head(String type, long length) {
        return "POST /api/v1/reports HTTP/1.1\nHost: localhost:%d\nConnection: close\nContent-Type: %s\nContent-Length: %d\n\n"
                .formatted(RestAssured.port, type, length);
    }

    private static byte[] crlf(String text) {
        return text.replace("\n", "\r\n").getBytes(UTF_8);
    }

    private long reports() throws Exception {
        return new Stored(database).count("report");
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> !Files.isDirectory(file)).collect(Collectors.toSet());
        }
    }
}
