package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;

/**
 * Fields that nobody asked for: in every JSON body each is refused by its name, and a form that
 * carries them is answered as without them; one that is complete changes what it says and nothing
 * else.
 */
public final class MassAssignment implements Judged {
    /** What somebody would like to set who may not. */
    private static final JsonObject WISHES =
            new JsonObject()
                    .put("__unknown", 1)
                    .put("id", "7b0fbd2c-2b52-4c36-8a7e-5a5a0a3e9c11")
                    .put("caseId", "7b0fbd2c-2b52-4c36-8a7e-5a5a0a3e9c11")
                    .put("role", "ciso")
                    .put("staff", "ciso")
                    .put("state", "published")
                    .put("severity", "critical")
                    .put("approved", true)
                    .put("receivedAt", "2001-01-01T00:00:00Z");

    private static final int TRIES = 3;

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, String> secrets;
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> own = new TreeSet<>();
    private int asked;

    /**
     * @param secrets {@code Authorization} by relation, where nobody needs a role
     */
    public MassAssignment(
            Knocking knocking, Map<String, Integer> ports, Map<String, String> secrets) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
        this.secrets = Map.copyOf(secrets);
    }

    /** Where it was not refused by its name, or changed the answer to a form. */
    @Override
    public Set<String> deviations() {
        return taken;
    }

    /** Those of the fields that a body has by right, by endpoint. */
    public Set<String> own() {
        return own;
    }

    @Override
    public int asked() {
        return asked;
    }

    public MassAssignment run(AccessTable table, String service) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(service, 0))) {
            for (Endpoint endpoint : table.endpoints()) {
                if (endpoint.service().equals(service)
                        && !endpoint.method().equals("GET")
                        && !Matrix.isLeftOut(endpoint)) {
                    Optional<Question> plain = plain(endpoint);
                    if (plain.isPresent() && Knocking.takesJson(endpoint)) {
                        json(line, endpoint, plain.get());
                    } else if (plain.isPresent() && Knocking.takesForm(endpoint)) {
                        form(line, endpoint, plain.get());
                    }
                    if (endpoint.where().equals("OneProductPages.change")) {
                        complete(line, endpoint, plain.orElseThrow());
                    }
                }
            }
        }
        return this;
    }

    /** Whether fields can be put into its body: files, lists and what has no body are left out. */
    static boolean judges(Endpoint endpoint) {
        return !endpoint.reach().equals("SERVICE")
                && (Knocking.takesJson(endpoint) || Knocking.takesForm(endpoint));
    }

    /** As somebody who may: with a role, or with the secret. */
    private Optional<Question> plain(Endpoint endpoint) {
        String caller = endpoint.roles().stream().findFirst().orElse(Knocking.NOBODY);
        Optional<Question> question = knocking.question(endpoint, caller, Which.OWN);
        String secret = secrets.get(endpoint.reach());
        return secret == null
                ? question.filter(one -> !endpoint.reach().equals("SERVICE"))
                : question.map(one -> one.with("Authorization", secret));
    }

    private void json(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        Set<String> fields = new TreeSet<>();
        for (String wish : WISHES.fieldNames()) {
            String body = new JsonObject().put(wish, WISHES.getValue(wish)).encode();
            Reply reply = ask(line, plain.sending(body));
            if (!isNamed(reply, wish, fields)) {
                if (fields.contains(wish)) {
                    own.add(wish + " of " + endpoint.where());
                } else {
                    taken.add(endpoint + " " + wish + ": " + reply.status() + " " + reply.text());
                }
            }
        }
    }

    /** Whether it is refused by its name; what the body has instead is collected. */
    private static boolean isNamed(Reply reply, String wish, Set<String> fields) {
        if (reply.status() != 422) {
            return false;
        }
        boolean named = false;
        JsonArray errors = new JsonObject(reply.text()).getJsonArray("errors", new JsonArray());
        for (Object one : errors) {
            JsonObject error = (JsonObject) one;
            if (error.getString("pointer", "").endsWith("/" + wish)
                    && error.getString("code", "").equals("unknown-field")) {
                named = true;
                error.getJsonArray("accepted", new JsonArray())
                        .forEach(field -> fields.add(String.valueOf(field)));
            }
        }
        return named;
    }

    private void form(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        String more = (plain.body().isEmpty() ? "" : plain.body() + "&") + wishes();
        String without = "";
        String with = "-";
        // A page of operations shows numbers that move meanwhile.
        for (int i = 0; i < TRIES && !without.equals(with); i++) {
            without = withoutNews(ask(line, plain));
            with = withoutNews(ask(line, plain.sending(more)));
        }
        if (!without.equals(with)) {
            taken.add(endpoint + " form: " + without + " becomes " + with);
        }
    }

    private static String wishes() {
        List<String> pairs = new ArrayList<>();
        WISHES.forEach(wish -> pairs.add(wish.getKey() + "=" + wish.getValue()));
        return String.join("&", pairs);
    }

    /** A form that is taken: afterwards all is as it was, in the next revision. */
    private void complete(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
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
        int status = ask(line, plain.sending(body + "&" + wishes())).status();
        JsonObject after = product(line, plain);
        if (!after.equals(before.copy().put("revision", revision + 1))) {
            taken.add(endpoint + " " + status + ": " + before + " becomes " + after);
        }
    }

    /** As the ciso reads it. */
    private JsonObject product(KeptLine line, Question page) throws IOException {
        String path = page.path().replaceFirst("^/desk", "/api/v1");
        return new JsonObject(ask(line, knocking.asking("ciso", "GET", path)).text());
    }

    /** What is made anew at each request, ids and tokens, is another each time. */
    private static String withoutNews(Reply reply) {
        return reply.told().replaceAll("[0-9A-Za-z_-]{20,}", "#");
    }

    private Reply ask(KeptLine line, Question question) throws IOException {
        asked++;
        return line.ask(List.of(question)).getFirst();
    }
}
