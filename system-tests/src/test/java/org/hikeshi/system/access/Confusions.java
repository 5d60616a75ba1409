package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same endpoints by addresses that two programs could read differently, and by methods that are
 * not the ones sent: never more than the plain address gives to the same caller, and what has two
 * readings comes no further than the door.
 */
public final class Confusions implements Judged {
    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, String> secrets;
    private final Choice choice;
    private final boolean outside;
    private final Set<String> deviations = new TreeSet<>();
    private int asked;

    /**
     * @param ports of what answers, by service; the origin's port for all to knock from outside
     * @param secrets {@code Authorization} by relation, where nobody needs a role
     */
    public Confusions(
            Knocking knocking,
            Map<String, Integer> ports,
            Map<String, String> secrets,
            Choice choice) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
        this.secrets = Map.copyOf(secrets);
        this.choice = choice;
        this.outside = Set.copyOf(ports.values()).size() == 1;
    }

    @Override
    public Set<String> deviations() {
        return deviations;
    }

    @Override
    public int asked() {
        return asked;
    }

    public Confusions run(AccessTable table, String service) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(service, 0))) {
            for (Endpoint endpoint : table.endpoints()) {
                if (endpoint.service().equals(service) && !Matrix.isLeftOut(endpoint)) {
                    for (Choice.Asking one : choice.of(endpoint)) {
                        Optional<Question> plain =
                                knocking.question(endpoint, one.caller(), one.which());
                        if (plain.isPresent()) {
                            compare(line, endpoint, one, signed(endpoint, plain.get()));
                        }
                    }
                }
            }
        }
        return this;
    }

    private Question signed(Endpoint endpoint, Question plain) {
        String secret = secrets.get(endpoint.reach());
        return secret == null ? plain : plain.with("Authorization", secret);
    }

    private void compare(KeptLine line, Endpoint endpoint, Choice.Asking asking, Question plain)
            throws IOException {
        Map<String, Question> confused = confused(plain);
        String other = other(plain.method());
        List<Question> all = new ArrayList<>(List.of(plain, plain.by(other)));
        all.addAll(confused.values());
        List<Reply> replies = line.ask(all);
        asked += replies.size();
        int at = 2;
        for (Map.Entry<String, Question> one : confused.entrySet()) {
            Reply honest = replies.get(one.getValue().method().equals(plain.method()) ? 0 : 1);
            Reply reply = replies.get(at++);
            boolean more = honest.refuses() && !reply.refuses();
            // The origin answers 404 to what begins like no address it routes.
            boolean held = reply.status() == 400 || reply.status() == 404 && outside;
            boolean told = more || one.getKey().startsWith("door") && !held;
            if (told || reply.status() >= 500) {
                deviations.add(
                        "%s by %s as %s, %s: %d, plainly %d"
                                .formatted(
                                        endpoint,
                                        one.getKey(),
                                        asking.caller(),
                                        asking.which(),
                                        reply.status(),
                                        honest.status()));
            }
        }
    }

    private static String other(String method) {
        return method.equals("GET") ? "POST" : "GET";
    }

    /** {@code door …} are those that must not come further than the door. */
    private static Map<String, Question> confused(Question plain) {
        String path = plain.path();
        int second = path.indexOf('/', 1) < 0 ? 0 : path.indexOf('/', 1);
        String head = path.substring(0, second);
        String tail = path.substring(second + 1);
        int last = path.lastIndexOf('/');
        String ending = path.substring(last + 1);
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("door ;x", path + ";x");
        paths.put("door %3Bx", path + "%3Bx");
        paths.put("door //", head + "//" + tail);
        paths.put("door /./", head + "/./" + tail);
        paths.put("door %2e", head + "/%2e/" + tail);
        paths.put("door %2e%2e", head + "/x/%2e%2e/" + tail);
        if (last > 0) {
            paths.put("door %2F", path.substring(0, last) + "%2F" + ending);
            paths.put("door %5C", path.substring(0, last) + "%5C" + ending);
        }
        paths.put("door %20", path + "%20");
        paths.put("CASE", head.toUpperCase(Locale.ROOT) + "/" + tail);
        paths.put("trailing /", path + "/");
        paths.put("trailing .", path + ".");
        Map<String, Question> all = new LinkedHashMap<>();
        paths.forEach((name, confused) -> all.put(name, plain.at(confused)));
        Question sent = plain.by(other(plain.method()));
        all.put("overriding header", sent.with("X-HTTP-Method-Override", plain.method()));
        all.put("overriding query", sent.at(path + "?_method=" + plain.method()));
        return all;
    }
}
