package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;
import org.hikeshi.trust.SigningKey;

/** Every endpoint for services, asked with good tokens and with every kind of bad one. */
public final class TokenTrials implements Judged {
    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final TokenForge forge;
    private final List<Aged> aged = new ArrayList<>();
    private final Set<String> deviations = new TreeSet<>();
    private int asked;

    /** A token near its end, and a twin nobody has seen. */
    private record Aged(Endpoint endpoint, Question plain, String spent, String unspent) {}

    public TokenTrials(Knocking knocking, Map<String, Integer> ports, TokenForge forge) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
        this.forge = forge;
    }

    @Override
    public Set<String> deviations() {
        return deviations;
    }

    @Override
    public int asked() {
        return asked;
    }

    public TokenTrials run(AccessTable table) throws IOException {
        for (Endpoint endpoint : table.endpoints()) {
            if (endpoint.reach().equals("SERVICE")) {
                try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
                    refused(line, endpoint, called(endpoint));
                    let(line, endpoint, called(endpoint));
                }
            }
        }
        return this;
    }

    /** Whether this key's tokens are taken, as the notifier's. */
    public boolean takes(AccessTable table, SigningKey key) throws IOException {
        for (Endpoint endpoint : table.endpoints()) {
            if (endpoint.callers().contains("notifier") && endpoint.path().contains("/contact")) {
                try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
                    String token = forge.by(key, "notifier", endpoint.service());
                    return ask(line, called(endpoint), token).status() == 200;
                }
            }
        }
        throw new IllegalStateException("the notifier calls nobody");
    }

    /** Every endpoint is shown a token that has ten seconds to live, and takes it. */
    public TokenTrials age(AccessTable table) throws IOException {
        for (Endpoint endpoint : table.endpoints()) {
            if (endpoint.reach().equals("SERVICE")) {
                String caller = endpoint.callers().iterator().next();
                String spent = forge.token(caller, endpoint.service(), -50);
                String unspent = forge.token(caller, endpoint.service(), -50);
                Question plain = called(endpoint);
                try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
                    let(endpoint, plain, caller, ask(line, plain, spent));
                }
                aged.add(new Aged(endpoint, plain, spent, unspent));
            }
        }
        return this;
    }

    /** To be asked when those tokens have ended, and nobody remembers that they were spent. */
    public void askAgain() throws IOException {
        for (Aged one : aged) {
            int port = ports.getOrDefault(one.endpoint().service(), 0);
            try (KeptLine line = new KeptLine(port)) {
                for (String token : List.of(one.spent(), one.unspent())) {
                    Reply reply = ask(line, one.plain(), token);
                    if (reply.status() != 404) {
                        deviations.add(one.endpoint() + " after its minute: " + reply.told());
                    }
                }
            }
        }
    }

    private Question called(Endpoint endpoint) {
        int port = ports.getOrDefault(endpoint.service(), 0);
        Question plain = knocking.question(endpoint, Knocking.NOBODY, Which.OWN).orElseThrow();
        return body(plain).with("Host", "127.0.0.1:" + port);
    }

    /** Complete, so that only the token decides. */
    private static Question body(Question plain) {
        String body =
                plain.path().contains("/told/")
                        ? "{\"kind\":\"progress\",\"texts\":{\"en\":\"x\"}}"
                        : plain.body();
        return new Question(plain.method(), plain.path(), plain.headers(), body);
    }

    private void refused(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        String nobody = line.ask(List.of(plain)).getFirst().told();
        for (Map.Entry<String, String> one : forge.bad(endpoint).entrySet()) {
            Reply reply = ask(line, plain, one.getValue());
            if (reply.status() != 404 || !reply.told().equals(nobody)) {
                deviations.add(endpoint + " with " + one.getKey() + ": " + reply.told());
            }
        }
        for (String role : Endpoint.ROLES) {
            String session = Objects.requireNonNull(knocking.sessions().get(role));
            Reply reply = line.ask(List.of(plain.with("Cookie", session))).getFirst();
            asked++;
            if (reply.status() != 404) {
                deviations.add(endpoint + " as " + role + ": " + reply.told());
            }
        }
    }

    private Reply ask(KeptLine line, Question plain, String token) throws IOException {
        asked++;
        return line.ask(List.of(plain.with("Authorization", "Bearer " + token))).getFirst();
    }

    /** The callers of the table get further than nobody, once per token; others never. */
    private void let(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        for (String caller : endpoint.callers()) {
            String token = forge.token(caller, endpoint.service(), 0);
            let(endpoint, plain, caller, ask(line, plain, token));
            Reply again = ask(line, plain, token);
            if (again.status() != 404) {
                deviations.add(endpoint + " with a token of before: " + again.told());
            }
        }
    }

    private void let(Endpoint endpoint, Question plain, String caller, Reply reply) {
        boolean there =
                Knocking.leadsSomewhere(endpoint) && !plain.path().contains("earlier-number");
        if (there && reply.status() / 100 != 2) {
            deviations.add(endpoint + " by " + caller + " was refused: " + reply.told());
        }
    }
}
