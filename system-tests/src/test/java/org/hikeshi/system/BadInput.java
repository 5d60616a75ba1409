package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.hikeshi.system.ReporterClient.Attachment;
import org.hikeshi.system.ReporterClient.Reply;
import org.hikeshi.system.leak.PlantedSecret;

/** Words of their own in input that is refused: by API, by addresses, headers and broken HTTP. */
final class BadInput {
    private final RunningSystem system;
    private final String from;
    private final SecretReport words = new SecretReport("bad");

    /**
     * @param from the loopback address that raw calls come from
     */
    BadInput(RunningSystem system, String from) {
        this.system = system;
        this.from = from;
    }

    List<PlantedSecret> planted() {
        return words.sealed();
    }

    /** What was answered, each with its status in front. */
    List<String> answers() throws IOException {
        List<String> answers = new ArrayList<>();
        for (String json : badReports()) {
            answers.add(said(system.reporter().report(json, "Accept-Language", "ja")));
            answers.add(
                    said(
                            system.reporter()
                                    .report(
                                            json,
                                            List.of(
                                                    new Attachment(
                                                            words.both("file name"),
                                                            new byte[9])))));
        }
        answers.add(
                said(
                        system.reporter()
                                .report(
                                        "{\"description\":\""
                                                + words.latin("oversize").repeat(60_000)
                                                + "\"}")));
        String untold = "{\"title\":\"" + words.both("title without description") + "\"}";
        answers.add(said(system.reporter().report(untold)));
        answers.add(said(system.reporter().get("/report/" + words.latin("path"))));
        answers.add(
                said(
                        system.reporter()
                                .get(
                                        "/status/"
                                                + words.latin("path")
                                                + "?q="
                                                + words.latin("query"))));
        answers.add(said(system.reporter().status("R-" + words.latin("code"), words.latin("key"))));
        answers.add(
                said(
                        system.reporter()
                                .get(
                                        "/api/v1/operations/intake",
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                (words.latin("person")
                                                                                + ":"
                                                                                + words.latin(
                                                                                        "password"))
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))));
        for (String raw :
                List.of(
                        "GET /report HTTP/1.1\r\nHost: " + words.latin("host") + "\r\n\r\n",
                        "GET /report;" + words.latin("path") + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        words.latin("method") + " / HTTP/1.1\r\nHost: x\r\n\r\n",
                        "POST /api/v1/reports HTTP/1.1\r\nHost: "
                                + system.origin().getAuthority()
                                + "\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: 200\r\n\r\n"
                                + "--b\r\n"
                                + "Content-Disposition: form-data; name=\"report\"\r\n\r\n"
                                + "{\"description\":\""
                                + words.latin("cut body"))) {
            try (RawHttp http = new RawHttp(system.httpPort(), from)) {
                RawHttp.Answer answer = http.say(raw).hush().hear(Duration.ofSeconds(10));
                answers.add(answer.head() + "\n" + answer.body());
            }
        }
        return answers;
    }

    private List<String> badReports() {
        return List.of(
                "{\"description\":\"" + words.both("malformed") + "\", ",
                "{\"" + words.both("unknown field") + "\":1}",
                "{\"description\":{\"" + words.both("wrong type") + "\":1}}",
                "{\"description\":\"x\",\"reporter\":{\"email\":\"" + words.both("email") + "\"}}",
                "{\"description\":\"x\",\"reporter\":{\"email\":\""
                        + words.latin("email")
                        + "@example.com\\r\\nBcc: a@example.com\"}}",
                "{\"description\":\"x\",\"reporter\":{\"language\":\""
                        + words.both("language")
                        + "\"}}",
                "{\"description\":\"x\",\"reporter\":{\"anonymous\":true,\"name\":\""
                        + words.both("name")
                        + "\"}}",
                "{\"description\":\"x\",\"reporter\":{\"pgpPublicKey\":\""
                        + words.both("pgp")
                        + "\"}}",
                "{\"description\":\"x\",\"discoveredOn\":\"" + words.both("date") + "\"}",
                "{\"description\":\"x\",\"existingCve\":\"" + words.both("cve") + "\"}",
                "{\"description\":\"x\",\"disclosurePlan\":{\"zone\":\""
                        + words.both("zone")
                        + "\"}}",
                "{\"description\":\"x\",\"exploitation\":{\"status\":\""
                        + words.both("status")
                        + "\"}}",
                "[\"" + words.both("array") + "\"]");
    }

    private static String said(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(400, 499);
        return reply.status()
                + " to "
                + reply.http().request().uri().getPath().replaceAll("/[^/]{15,}", "/…")
                + "\n"
                + reply.http().headers().map()
                + "\n"
                + reply.text();
    }
}
