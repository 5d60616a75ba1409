package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;

/**
 * Fields that nobody asked for, in every body that has fields: in JSON each is refused by its name
 * wherever it stands, as is a column of a list; a form that carries them, or whose address does, is
 * answered as without them; and what is taken changes what it says and nothing else.
 */
public final class MassAssignment implements Judged {
    /** State-changing endpoints whose bodies have no fields, and why. */
    static final Map<String, String> FIELDLESS =
            Map.of(
                    "ArtifactsResource.put", "the bytes of a file",
                    "ConfirmationResource.confirm", "no body",
                    "DecisionResource.publish", "no body",
                    "DevicesResource.newToken", "no body",
                    "OperationsResource.republish", "no body",
                    "RemediationsResource.release", "no body",
                    "RemediationsResource.sign", "no body",
                    "StatusPages.end", "no body");

    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD");
    private static final int TRIES = 3;

    private static final Set<String> PRESENT =
            Set.of("AdvisoryResource.edit", "CampaignsResource", "RemediationsResource.edit");

    /** The columns without which a list is none. */
    private static final Map<String, String> COLUMNS =
            Map.of(
                    "CustomerResource.csv", "customerId,name,email",
                    "ImportResource.csv", "number,closedAt,closure");

    private static final Map<String, List<String>> OWN_COLUMNS =
            Map.of(
                    "CustomerResource.csv", List.of("id"),
                    "ImportResource.csv", List.of("receivedAt", "severity"));

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Map<String, String> secrets;
    private final TokenForge forge;
    private final JsonFields json = new JsonFields();
    private final Set<String> taken = new TreeSet<>();
    private final Set<String> whole = new TreeSet<>();
    private String session = "";
    private int asked;

    /**
     * @param secrets {@code Authorization} by relation, where nobody needs a role
     * @param forge of tokens for bodies that services send
     */
    public MassAssignment(
            Knocking knocking,
            Map<String, Integer> ports,
            Map<String, String> secrets,
            TokenForge forge) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
        this.secrets = Map.copyOf(secrets);
        this.forge = forge;
    }

    /** Where it was not refused by its name, or changed the answer, or anything else. */
    @Override
    public Set<String> deviations() {
        Set<String> all = new TreeSet<>(taken);
        all.addAll(json.taken());
        return all;
    }

    /** Those of the fields that a body has by right, by endpoint. */
    public Set<String> own() {
        return json.own();
    }

    /** Objects and list elements within JSON bodies that were tried too, by endpoint. */
    public Set<String> within() {
        return json.places();
    }

    /** Values that nobody looked at: the state of the thing, or its revision, was refused first. */
    public Set<String> unread() {
        return json.unread();
    }

    /** Endpoints to which something was said that was taken. */
    public Set<String> whole() {
        return whole;
    }

    /** All endpoints to which there is something to say that must be taken. */
    public static Set<String> wholes() {
        Set<String> all = new TreeSet<>(WholeRequest.ALL.keySet());
        all.addAll(Set.of("OneProductPages.change", "ReportPages.send"));
        return all;
    }

    @Override
    public int asked() {
        return asked;
    }

    public MassAssignment run(AccessTable table, String service) throws IOException {
        AccessTable saying =
                table.only(
                        one ->
                                one.service().equals(service)
                                        && !QUESTIONS.contains(one.method())
                                        && !Matrix.isLeftOut(one));
        WholeRequests wholes = new WholeRequests(knocking, ports, secrets);
        try (KeptLine line = new KeptLine(ports.getOrDefault(service, 0))) {
            if (service.equals("intake")) {
                String status = new ReporterSession(knocking, secrets).status(line);
                session = status + "; " + wholes.reports(line);
            }
            for (Endpoint endpoint : saying.endpoints()) {
                Question plain = plain(endpoint);
                tries(line, endpoint, plain);
                wholes.judge(line, endpoint, signed(endpoint, plain));
            }
        }
        asked += wholes.asked();
        taken.addAll(wholes.deviations());
        whole.addAll(wholes.taken());
        return this;
    }

    /** Whether fields can be put into its body. */
    static boolean judges(Endpoint endpoint) {
        return Knocking.takesJson(endpoint)
                || Knocking.takesForm(endpoint)
                || Knocking.takesParts(endpoint)
                || Knocking.takesRows(endpoint)
                || endpoint.where().startsWith("DdiResource.");
    }

    private void tries(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        if (Knocking.takesJson(endpoint)) {
            json(line, endpoint, plain);
        }
        if (Knocking.takesRows(endpoint)) {
            rows(line, endpoint, plain);
        }
        Map<String, Question> wished = new LinkedHashMap<>();
        wished.put("address", plain.at(plain.path() + "?" + Wishes.pairs()));
        if (Knocking.takesForm(endpoint)) {
            String begun = plain.body().isEmpty() ? "" : plain.body() + "&";
            wished.put("form", plain.sending(begun + Wishes.pairs()));
        } else if (Knocking.takesParts(endpoint)) {
            wished.put("parts", plain.sending(Wishes.wished(plain.body())));
        }
        for (Map.Entry<String, Question> one : wished.entrySet()) {
            alike(line, endpoint, plain, one.getKey(), one.getValue());
        }
    }

    /** As somebody who may: with a role, with the secret, in the own browser or as a service. */
    private Question plain(Endpoint endpoint) {
        String caller = endpoint.forStaff() ? endpoint.roles().iterator().next() : Knocking.NOBODY;
        return knocking.question(endpoint, caller, Which.OWN).orElseThrow();
    }

    private Question signed(Endpoint endpoint, Question question) {
        return switch (endpoint.reach()) {
            case "REPORTER_SESSION" -> question.with("Cookie", session);
            case "REPORTER_KEY", "DEVICE_TOKEN" ->
                    question.with("Authorization", secrets.getOrDefault(endpoint.reach(), ""));
            case "SERVICE" -> {
                String caller = endpoint.callers().iterator().next();
                String token = forge.token(caller, endpoint.service(), 0);
                yield question.with("Authorization", "Bearer " + token)
                        .with("Host", "127.0.0.1:" + ports.get(endpoint.service()));
            }
            default -> question;
        };
    }

    private void json(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        Question present = present(line, endpoint, plain);
        JsonFields.Sending sending =
                bodies -> {
                    List<Question> all = new ArrayList<>();
                    bodies.forEach(body -> all.add(signed(endpoint, present.sending(body))));
                    asked += all.size();
                    return line.ask(all);
                };
        json.look(endpoint, knocking.things().own().getOrDefault("case", ""), sending);
    }

    /** Of the thing as it is now, where a body is read beside what stands there. */
    private Question present(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        if (!PRESENT.contains(endpoint.where().replaceFirst("[.](steer|pause)$", ""))) {
            return plain;
        }
        Map<String, String> headers = new LinkedHashMap<>(plain.headers());
        headers.remove("If-Match");
        Question present = new Question(plain.method(), plain.path(), headers, plain.body());
        String tag = ask(line, new Question("GET", plain.path(), headers, "")).header("etag");
        return tag.isEmpty() ? present : present.with("If-Match", tag);
    }

    /** Each column is refused by its name, unless the list has one that is called so. */
    private void rows(KeptLine line, Endpoint endpoint, Question plain) throws IOException {
        List<String> ofTheList = OWN_COLUMNS.getOrDefault(endpoint.where(), List.of());
        for (String wish : Wishes.names()) {
            if (ofTheList.contains(wish)) {
                continue;
            }
            String head = COLUMNS.getOrDefault(endpoint.where(), "") + "," + wish;
            Reply reply = ask(line, plain.sending(head + "\n1,2,3,x\n"));
            if (reply.status() != 422
                    || !reply.text()
                            .toLowerCase(Locale.ROOT)
                            .contains("/" + wish.toLowerCase(Locale.ROOT) + "\"")) {
                taken.add(endpoint + " column " + wish + ": " + reply.status() + reply.text());
            }
        }
    }

    private void alike(
            KeptLine line, Endpoint endpoint, Question plain, String how, Question wished)
            throws IOException {
        Reply without = ask(line, signed(endpoint, plain));
        Reply with = ask(line, signed(endpoint, wished));
        // A page of operations shows numbers that move meanwhile.
        for (int i = 1; i < TRIES && !told(without).equals(told(with)); i++) {
            without = ask(line, signed(endpoint, plain));
            with = ask(line, signed(endpoint, wished));
        }
        String text = with.text();
        boolean named =
                with.status() == 422
                        && Wishes.names().stream().allMatch(one -> text.contains("/" + one + "\""));
        if (!named && !told(without).equals(told(with))) {
            taken.add(endpoint + " " + how + ": " + told(without) + " becomes " + told(with));
        }
    }

    /** What is made anew at each request, ids, tokens and times, is another each time. */
    private static String told(Reply reply) {
        return reply.told()
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\d\\d:\\d\\d JST", "TIME")
                .replaceAll("content-length: \\d+", "")
                .replaceAll("[0-9A-Za-z_-]{20,}", "#");
    }

    private Reply ask(KeptLine line, Question question) throws IOException {
        asked++;
        return line.ask(List.of(question)).getFirst();
    }
}
