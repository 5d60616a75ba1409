package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hikeshi.system.ReporterClient.Reply;

/** The report form as a browser without script sends it, from any address of this machine. */
final class FormPost {
    /** What the received page shows. */
    record Received(String trackingCode, String accessKey, String page) {}

    static final Pattern CODE = Pattern.compile("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
    static final Pattern KEY =
            Pattern.compile(
                    "(?<![0-9A-Z-])[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){4}-[0-9A-HJKMNP-TV-Z](?![0-9A-Z-])");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|value)=\"([^\"]*)\"");

    private final RunningSystem system;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    FormPost(RunningSystem system) {
        this.system = system;
    }

    /** A secret word in every text field, and in name and content of a file. */
    FormPost fill(SecretReport report) {
        for (String field :
                new String[] {
                    "title",
                    "description",
                    "impact",
                    "reproduction",
                    "technicalDetails",
                    "tooling",
                    "exploitation.details",
                    "disclosurePlan.details",
                    "reporter.name",
                    "reporter.organisation",
                    "reporter.creditAs"
                }) {
            fields.put(field, report.both(field));
        }
        fields.put("product.name", report.product("name"));
        fields.put("product.model", report.product("model"));
        fields.put("product.firmwareVersion", report.product("firmwareVersion"));
        fields.put("toldOthers", report.both("toldOthers") + ": " + report.latin("number"));
        fields.put("reporter.email", report.email);
        fields.put("contact", "mail");
        fields.put("credit", "name");
        fields.put("language", "ja");
        files.put(
                report.both("file name") + ".pcap",
                report.both("file content").repeat(2_000).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    FormPost with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /**
     * Fetches the form, sends it and follows to the received page.
     *
     * @param from own address, any of 127.0.0.0/8
     */
    Received send(String from) throws IOException {
        Reply form = system.reporter().get("/report", "Accept-Language", "ja");
        assertThat(form.status()).isEqualTo(200);
        HIDDEN.matcher(form.text()).results().forEach(input -> hidden(input.group()));
        RawHttp.Answer posted = post(from);
        assertThat(posted.status()).as(posted.head() + "\n" + posted.body()).isEqualTo(303);
        Reply page = system.reporter().get("/report/received", "Cookie", cookies(posted.head()));
        assertThat(page.status()).isEqualTo(200);
        return new Received(code(page.text()), key(page.text()), page.text());
    }

    private void hidden(String input) {
        Map<String, String> attributes =
                ATTRIBUTE
                        .matcher(input)
                        .results()
                        .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
        fields.putIfAbsent(
                attributes.getOrDefault("name", ""), attributes.getOrDefault("value", ""));
    }

    RawHttp.Answer post(String from) throws IOException {
        byte[] body = body();
        String head =
                """
                POST /report HTTP/1.1\r
                Host: %s\r
                Origin: %s\r
                Sec-Fetch-Site: same-origin\r
                Accept-Language: ja\r
                Content-Type: multipart/form-data; boundary=fff\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """
                        .formatted(system.origin().getAuthority(), system.origin(), body.length);
        try (RawHttp http = new RawHttp(system.httpPort(), from)) {
            return http.say(head).say(body).hear(Duration.ofSeconds(30));
        }
    }

    private byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) ->
                        text(
                                body,
                                "--fff\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                        .formatted(name, value)));
        files.forEach(
                (name, content) -> {
                    text(
                            body,
                            "--fff\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                    .formatted(name));
                    body.writeBytes(content);
                    text(body, "\r\n");
                });
        text(body, "--fff--\r\n");
        return body.toByteArray();
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String cookies(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie:"))
                .map(line -> line.substring(11).split(";", 2)[0].strip())
                .collect(Collectors.joining("; "));
    }

    /** The tracking code that a page shows. */
    static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as("a tracking code is shown").isTrue();
        return code.group();
    }

    /** The access key that a page shows, without its groups. */
    static String key(String page) {
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).as("an access key is shown").isTrue();
        return key.group().replace("-", "");
    }
}
