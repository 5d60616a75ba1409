package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Requests that say all that is needed and are taken, sent as they are and again with fields that
 * nobody asked for: afterwards all stands as it stood without those. A body that is refused for
 * them left nothing.
 */
final class WholeRequests {
    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, String> secrets;
    private final Set<String> deviations = new TreeSet<>();
    private final Set<String> taken = new TreeSet<>();
    private int asked;

    WholeRequests(Knocking knocking, Map<String, Integer> ports, Map<String, String> secrets) {
        this.knocking = knocking;
        this.ports = ports;
        this.secrets = secrets;
    }

    Set<String> deviations() {
        return deviations;
    }

    /** Endpoints that took what was said without wishes. */
    Set<String> taken() {
        return taken;
    }

    int asked() {
        return asked;
    }

    /**
     * @param plain signed by somebody who may
     */
    void judge(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        if (endpoint.where().equals("OneProductPages.change")) {
            change(line, endpoint, plain);
        }
        WholeRequest whole = WholeRequest.ALL.get(endpoint.where());
        if (whole == null) {
            return;
        }
        state(line, whole); // What is looked at first is marked as seen.
        Question first = plain.sending(filled(whole.body(), 7001));
        Reply without = ask(line, first);
        String before = state(line, whole);
        Reply with =
                ask(
                        line,
                        first.at(plain.path() + "?" + Wishes.pairs())
                                .sending(filled(whole.wished(), 7002)));
        String after = state(line, whole);
        boolean refused = with.status() == 422 && with.text().contains("only-attachment");
        boolean alike = with.status() == without.status() || refused;
        if (without.status() < 400) {
            taken.add(endpoint.where());
        }
        if (!alike || !before.equals(after) || Wishes.cameTrueIn(after)) {
            deviations.add(
                    "%s %d, wished %d: %s becomes %s"
                            .formatted(endpoint, without.status(), with.status(), before, after));
        }
    }

    private String filled(String text, int unique) {
        String filled =
                text.replace("<n>", String.valueOf(unique))
                        .replace("<soon>", LocalDate.now().plusDays(30).toString());
        for (Map.Entry<String, String> one : knocking.things().own().entrySet()) {
            filled = filled.replace("<" + one.getKey() + ">", one.getValue());
        }
        return filled;
    }

    private String state(KeptLine line, WholeRequest whole) throws IOException {
        Question question =
                knocking.asking(whole.reader(), "GET", filled(whole.read(), 0))
                        .with("Authorization", secrets.getOrDefault("REPORTER_KEY", ""));
        Question reading =
                whole.reader().equals(Knocking.NOBODY)
                        ? question
                        : knocking.asking(whole.reader(), "GET", question.path());
        Reply reply = ask(line, reading);
        if (reply.status() != 200) {
            throw new IllegalStateException(reading + ": " + reply.told());
        }
        return lasting(reply.text());
    }

    /** Without what is another each time; of a list what kinds of entries it has. */
    static String lasting(String said) {
        String text = Wishes.marked(said);
        if (text.startsWith("{")
                && new JsonObject(text).getValue("items") instanceof JsonArray all) {
            return all.stream()
                    .map(one -> lasting(String.valueOf(one)))
                    .distinct()
                    .sorted()
                    .collect(joining("\n"));
        }
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("[0-9A-Za-z_-]{20,}", "#")
                .replaceAll("\"versions\":\\[[^]]*]", "VERSIONS")
                .replaceAll("\"revision\":\\d+", "REVISION")
                .replaceAll("700[12]", "N");
    }

    /** A form that is taken: afterwards all is as it was, in the next revision. */
    private void change(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        JsonObject before = product(line, plain);
        int revision = before.getInteger("revision");
        StringBuilder body = new StringBuilder("revision=" + revision);
        for (String field : List.of("name", "models", "supportEnds", "developers")) {
            Object value = before.getValue(field, "");
            String words =
                    value instanceof JsonArray many
                            ? many.stream().map(String::valueOf).collect(joining(","))
                            : String.valueOf(value);
            body.append("&" + field + "=" + URLEncoder.encode(words, UTF_8));
        }
        int status = ask(line, plain.sending(body + "&" + Wishes.pairs())).status();
        JsonObject after = product(line, plain);
        taken.add(endpoint.where());
        if (!after.equals(before.copy().put("revision", revision + 1))) {
            deviations.add(endpoint + " " + status + ": " + before + " becomes " + after);
        }
    }

    /** As the ciso reads it. */
    private JsonObject product(KeptLine line, Question page) throws IOException {
        String path = page.path().replaceFirst("^/desk", "/api/v1");
        return new JsonObject(ask(line, knocking.asking("ciso", "GET", path)).text());
    }

    /**
     * Two reports by the form, of which the second has wishes: the same is stored, and the same
     * case comes of it.
     *
     * @return the {@code Cookie} of the browser that sent the second
     */
    String reports(KeptLine line) throws IOException {
        WholeReports reports = new WholeReports(knocking, ports);
        WholeReports.Reported without = reports.plain(line);
        WholeReports.Reported with = reports.wished(line);
        taken.add("ReportPages.send");
        String what = with.stored() + with.opened();
        if (!what.equals(without.stored() + without.opened()) || Wishes.cameTrueIn(what)) {
            deviations.add("POST /report: " + without + " becomes " + with);
        }
        return with.cookie();
    }

    private Reply ask(KeptLine line, Question question) throws IOException {
        asked++;
        return line.ask(List.of(question)).getFirst();
    }
}
