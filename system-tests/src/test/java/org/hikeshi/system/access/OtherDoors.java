package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hikeshi.system.access.Things.Which;

/** Endpoints that ask for no role: reporters with and without their key, devices, the public. */
public final class OtherDoors implements Judged {
    private static final List<Which> ELSEWHERE =
            List.of(
                    Which.FOREIGN,
                    Which.UNKNOWN,
                    Which.MALFORMED,
                    Which.SMUGGLED,
                    Which.ASTRAY,
                    Which.VACANT);

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, String> secrets;
    private final Set<String> deviations = new ConcurrentSkipListSet<>();
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * @param secrets {@code Authorization} of the own report's finder and of the own device, by
     *     relation
     */
    public OtherDoors(Knocking knocking, Map<String, Integer> ports, Map<String, String> secrets) {
        this.knocking = knocking;
        this.ports = ports;
        this.secrets = Map.copyOf(secrets);
    }

    static boolean takesSecret(Endpoint endpoint) {
        return endpoint.reach().equals("REPORTER_KEY") || endpoint.reach().equals("DEVICE_TOKEN");
    }

    @Override
    public Set<String> deviations() {
        return deviations;
    }

    @Override
    public int asked() {
        return asked.get();
    }

    /** All at once, for wrong keys are answered late. */
    public OtherDoors run(AccessTable table) throws Exception {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<OtherDoors>> running = new ArrayList<>();
            for (Endpoint endpoint : table.endpoints()) {
                running.add(together.submit(() -> knock(endpoint)));
            }
            for (Future<OtherDoors> one : running) {
                one.get();
            }
        }
        return this;
    }

    private OtherDoors knock(Endpoint endpoint) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
            switch (endpoint.reach()) {
                case "PUBLIC" -> open(line, endpoint);
                case "REPORTER_KEY", "DEVICE_TOKEN" -> bySecret(line, endpoint);
                case "REPORTER_SESSION", "MAILED_LINK" -> {
                    byBrowser(line, endpoint);
                    if (!Knocking.nested(endpoint).isEmpty()) {
                        bySession(line, endpoint);
                    }
                }
                default -> {}
            }
        }
        return this;
    }

    private Reply ask(KeptLine line, Question question) throws IOException {
        asked.incrementAndGet();
        return line.ask(List.of(question)).getFirst();
    }

    /** A role lets nobody in where nobody needs one, nor keeps anybody out. */
    private void open(KeptLine line, Endpoint endpoint) throws IOException {
        if (!Matrix.isLeftOut(endpoint)) {
            int nobody = ask(line, question(endpoint, Knocking.NOBODY, Which.OWN)).status();
            for (String caller : List.of("auditor", "qa")) {
                int status = ask(line, question(endpoint, caller, Which.OWN)).status();
                boolean letIn = status < 400 || nobody < 400;
                if (letIn && status != nobody || status >= 500) {
                    deviations.add(endpoint + " as " + caller + ": " + status + ", else " + nobody);
                }
            }
        }
    }

    private Question question(Endpoint endpoint, String caller, Which which) {
        return knocking.question(endpoint, caller, which).orElseThrow();
    }

    /**
     * The own secret opens the own thing; for another's, nobody's and a wrong one all is the same.
     */
    private void bySecret(KeptLine line, Endpoint endpoint) throws IOException {
        if (!endpoint.path().contains("{")) {
            return; // The form on which code and key are typed.
        }
        String secret = secrets.getOrDefault(endpoint.reach(), "");
        Reply own =
                ask(
                        line,
                        question(endpoint, Knocking.NOBODY, Which.OWN)
                                .with("Authorization", secret));
        if (Knocking.leadsSomewhere(endpoint) && (own.status() == 401 || own.status() == 404)) {
            deviations.add(endpoint + " with the own secret: " + own.status());
        }
        Map<String, String> refused = new LinkedHashMap<>();
        Map<String, String> within = new LinkedHashMap<>();
        for (Which which : ELSEWHERE) {
            Optional<Question> sent = knocking.question(endpoint, Knocking.NOBODY, which);
            if (sent.isPresent()) {
                Question other = sent.get().with("Authorization", secret);
                boolean admitted =
                        endpoint.reach().equals("DEVICE_TOKEN")
                                && (which == Which.SMUGGLED || which == Which.VACANT);
                (admitted ? within : refused).putIfAbsent(ask(line, other).told(), which.name());
            }
        }
        // The own device is let in, and told of another's work what it is told of none.
        if (within.size() > 1 || within.keySet().stream().anyMatch(one -> !one.startsWith("404"))) {
            deviations.add(endpoint + " within the own device: " + within);
        }
        Question wrong = question(endpoint, "auditor", Which.OWN);
        String other = secret.substring(0, secret.length() - 4) + "0000";
        List<Question> without = List.of(wrong, wrong.with("Authorization", other));
        Map<String, String> strangers = new LinkedHashMap<>();
        for (Question question : without) {
            strangers.putIfAbsent(ask(line, question).told(), question.toString());
        }
        if (refused.size() > 1 || strangers.size() > 1) {
            deviations.add(endpoint + ": told apart " + refused + strangers);
        }
        for (String told : refused.keySet()) {
            if (!told.startsWith("404") && !told.startsWith("401")) {
                deviations.add(endpoint + " with a foreign secret: " + told);
            }
        }
        if (strangers.keySet().stream().anyMatch(told -> !told.matches("(?s)40[01456] .*"))) {
            deviations.add(endpoint + " without secret: " + strangers.keySet());
        }
    }

    /** Without the browser's session, or by a link nobody got: nothing of any report. */
    private void byBrowser(KeptLine line, Endpoint endpoint) throws IOException {
        for (String caller : List.of(Knocking.NOBODY, "security-office")) {
            Reply reply = ask(line, question(endpoint, caller, Which.OWN));
            boolean signIn = reply.status() == 200 && endpoint.path().equals("/status");
            boolean back = reply.status() == 303 && reply.header("location").contains("/status");
            if (!signIn && !back && reply.status() != 404 && reply.status() != 410) {
                deviations.add(endpoint + " as " + caller + ": " + reply.status());
            }
            for (String id : knocking.things().own().values()) {
                if (id.length() > 12 && reply.text().contains(id)) {
                    deviations.add(endpoint + " as " + caller + " shows " + id);
                }
            }
        }
    }

    /** In the own browser what lies in another report is what was never there. */
    private void bySession(KeptLine line, Endpoint endpoint) throws IOException {
        String session = new ReporterSession(knocking, secrets).status(line);
        Map<String, String> refused = new LinkedHashMap<>();
        for (Which which : List.of(Which.OWN, Which.SMUGGLED, Which.VACANT)) {
            Question sent = question(endpoint, Knocking.NOBODY, which).with("Cookie", session);
            Reply reply = ask(line, sent);
            if (which == Which.OWN && reply.status() != 200) {
                deviations.add(endpoint + " in the own browser: " + reply.status());
            }
            if (which != Which.OWN) {
                refused.putIfAbsent(reply.told(), which + " " + reply.status());
            }
        }
        if (refused.size() > 1 || !refused.keySet().iterator().next().startsWith("404")) {
            deviations.add(endpoint + " in the own browser: " + refused.values());
        }
    }
}
