package org.hikeshi.system.access;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes of a report by the form, without wishes and with them. */
final class WholeReports {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern CODE = Pattern.compile("R-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]");
    private static final String FORM =
            Wishes.part("title", "Knock") + Wishes.part("description", "x") + Wishes.end();

    private final Knocking knocking;
    private final Map<String, Integer> ports;

    WholeReports(Knocking knocking, Map<String, Integer> ports) {
        this.knocking = knocking;
        this.ports = ports;
    }

    Reported plain(KeptLine line) throws IOException {
        return reported(line, FORM);
    }

    Reported wished(KeptLine line) throws IOException {
        return reported(line, Wishes.wished(FORM));
    }

    /**
     * What became of a report, without what is another each time.
     *
     * @param cookie of the browser that sent it
     * @param stored as its reporter downloads it
     * @param opened its case, as those see it who see every case
     */
    record Reported(String cookie, String stored, String opened) {}

    private Reported reported(KeptLine line, String form) throws IOException {
        Question question =
                knocking.asking(Knocking.NOBODY, "POST", "/report")
                        .with("Content-Type", "multipart/form-data; boundary=" + Wishes.BOUNDARY)
                        .sending(form);
        String cookie = ReporterSession.begun(ask(line, question));
        Matcher code = CODE.matcher(shown(line, "/report/received", cookie));
        if (!code.find()) {
            throw new IllegalStateException("a report without a code");
        }
        String stored = shown(line, "/report/received/report.json", cookie);
        return new Reported(cookie, WholeRequests.lasting(stored), opened(code.group()));
    }

    private String shown(KeptLine line, String path, String cookie) throws IOException {
        Question question = knocking.asking(Knocking.NOBODY, "GET", path);
        return ask(line, question.with("Cookie", cookie)).text();
    }

    /** Its case, as those see it who see every case, once there is one. */
    private String opened(String code) throws IOException {
        Question question = knocking.asking("ciso", "GET", "/api/v1/cases?trackingCode=" + code);
        Instant end = Instant.now().plus(SOON);
        try (KeptLine triage = new KeptLine(ports.getOrDefault("triage", 0))) {
            while (Instant.now().isBefore(end)) {
                JsonObject list = new JsonObject(ask(triage, question).text());
                if (!list.getJsonArray("items").isEmpty()) {
                    return WholeRequests.lasting(list.encode())
                            .replaceAll("C-\\d{4}-[0-9A-Z]+", "NUMBER")
                            .replace(code, "CODE");
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new IllegalStateException("no case of " + code);
    }

    private static Reply ask(KeptLine line, Question question) throws IOException {
        return line.ask(List.of(question)).getFirst();
    }
}
