package org.hikeshi.system.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;

/**
 * Every endpoint for staff × ten kinds of caller × whose thing, compared with what the table says.
 * Whoever may not is told exactly what somebody is told who asks for what never was.
 */
public final class Matrix implements Judged {
    static final Set<String> SEES_ALL = Set.of("security-office", "ciso", "auditor");

    /** Relations whose object belongs to a case. */
    private static final Set<String> OF_A_CASE = Set.of("CASE", "CASE_PRODUCT", "MAIL");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Pages that are the form of an act: whoever may not act has none of them. */
    private static final Set<String> FORMS = Set.of("FormPage.form", "EditingPages.form");

    /** Signing out would end what the others knock with. */
    private static final Set<String> LEFT_OUT = Set.of("SignInPage.signOut", "SignInPage.stay");

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Set<String> guests;
    private final Map<String, Reply> absent = new HashMap<>();
    private final Set<String> deviations = new TreeSet<>();
    private int asked;

    /**
     * @param ports on which each service answers
     */
    public Matrix(Knocking knocking, Map<String, Integer> ports) {
        this(knocking, ports, Set.of());
    }

    private Matrix(Knocking knocking, Map<String, Integer> ports, Set<String> guests) {
        this.knocking = knocking;
        this.ports = ports;
        this.guests = guests;
    }

    /**
     * The same, asked only by roles that took emergency access to the foreign case: they read it
     * like their own, and to change it they are as absent as before (ADR 0706).
     */
    public static Matrix ofGuests(
            Knocking knocking, Map<String, Integer> ports, Set<String> guests) {
        return new Matrix(knocking, ports, guests);
    }

    static List<String> callers() {
        List<String> all = new ArrayList<>(List.of(Knocking.NOBODY));
        all.addAll(Endpoint.ROLES);
        return all;
    }

    @Override
    public Set<String> deviations() {
        return deviations;
    }

    @Override
    public int asked() {
        return asked;
    }

    static boolean isStaffs(Endpoint endpoint) {
        return endpoint.forStaff() && !isLeftOut(endpoint);
    }

    static boolean isOfACase(Endpoint endpoint) {
        return OF_A_CASE.contains(endpoint.reach()) && Knocking.kind(endpoint).isPresent();
    }

    static boolean isLeftOut(Endpoint endpoint) {
        return LEFT_OUT.contains(endpoint.where());
    }

    /** All lines of one service, over one kept connection. */
    public Matrix run(AccessTable table, String service) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(service, 0))) {
            for (Endpoint endpoint : table.endpoints()) {
                if (endpoint.service().equals(service) && isStaffs(endpoint)) {
                    for (String caller : guests.isEmpty() ? callers() : guests) {
                        Reply absent = nowhere(line, endpoint, caller);
                        judge(endpoint, caller, answers(line, endpoint, caller), absent);
                    }
                }
            }
        }
        return this;
    }

    /**
     * What the same person is told at an address that never was, among programs or among people.
     */
    private Reply nowhere(KeptLine line, Endpoint endpoint, String caller) throws IOException {
        boolean api = endpoint.forPrograms();
        String key = api + caller;
        Reply known = absent.get(key);
        if (known == null) {
            String path = api ? "/api/v1/never-was" : "/desk/never/was/anything";
            known = line.ask(List.of(knocking.asking(caller, "GET", path))).getFirst();
            absent.put(key, known);
        }
        return known;
    }

    private Map<Which, Reply> answers(KeptLine line, Endpoint endpoint, String caller)
            throws IOException {
        List<Which> sorts = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (Which which : Which.values()) {
            if (Knocking.kind(endpoint).isEmpty() && which != Which.OWN && !which.mispaired()) {
                continue;
            }
            Optional<Question> question = knocking.question(endpoint, caller, which);
            if (question.isPresent()) {
                sorts.add(which);
                questions.add(question.get());
            }
        }
        List<Reply> replies = line.ask(questions);
        asked += replies.size();
        Map<Which, Reply> answers = new EnumMap<>(Which.class);
        for (int i = 0; i < sorts.size(); i++) {
            answers.put(sorts.get(i), replies.get(i));
        }
        return answers;
    }

    private void judge(Endpoint endpoint, String caller, Map<Which, Reply> answers, Reply absent) {
        Map<String, String> refused = new TreeMap<>();
        answers.forEach(
                (which, reply) -> {
                    if (reply.status() >= 500) {
                        found(endpoint, caller, which, reply, "an answer");
                    }
                    switch (expected(endpoint, caller, which)) {
                        case LET_IN -> {
                            if (reply.refuses() && reply.status() != 400) {
                                found(endpoint, caller, which, reply, "to be let in");
                            }
                        }
                        case REFUSED -> {
                            refused.put(told(reply, caller), which.name());
                            String told = caller.equals(Knocking.NOBODY) ? "" : absent.said();
                            if (told.isEmpty() ? !isSignIn(reply) : !reply.said().equals(told)) {
                                found(
                                        endpoint,
                                        caller,
                                        which,
                                        reply,
                                        "the common refusal "
                                                + absent.unlike(reply)
                                                + reply.unlike(absent));
                            }
                        }
                        case UNSAID -> {}
                    }
                });
        if (refused.size() > 1) {
            deviations.add(
                    endpoint + " as " + caller + ": " + refused.values() + " can be told apart");
        }
    }

    /** A form that came too late is given back to whoever sent it, with the address it went to. */
    private static String told(Reply reply, String caller) {
        return caller.equals(Knocking.NOBODY) && reply.status() == 401
                ? reply.told()
                        .replaceAll("content-length: \\d+", "")
                        .replaceAll("(?s)<form method=.post. action.*?</form>", "")
                : reply.told();
    }

    private static boolean isSignIn(Reply reply) {
        return reply.status() == 401 || reply.toSignIn();
    }

    private void found(
            Endpoint endpoint, String caller, Which which, Reply reply, String expected) {
        deviations.add(
                "%s (%s) as %s, %s: expected %s, got %d"
                        .formatted(
                                endpoint,
                                endpoint.where(),
                                caller,
                                which,
                                expected,
                                reply.status()));
    }

    private enum Expected {
        LET_IN,
        REFUSED,
        /** Whether there is anything to see of a case nobody knows is not a question of rights. */
        UNSAID
    }

    private Expected expected(Endpoint endpoint, String caller, Which which) {
        if (!endpoint.lets(caller)) {
            return Expected.REFUSED;
        }
        boolean ofOthers = endpoint.reach().equals("PRODUCT") && caller.equals("developer");
        boolean ofACase = OF_A_CASE.contains(endpoint.reach());
        boolean whole = !ofOthers && (!ofACase || SEES_ALL.contains(caller));
        if (ofACase
                && guests.contains(caller)
                && (which == Which.FOREIGN || which == Which.MERGED)) {
            boolean there = which == Which.FOREIGN && Knocking.leadsSomewhere(endpoint);
            return !READING.contains(endpoint.method()) || FORMS.contains(endpoint.where())
                    ? Expected.REFUSED
                    : there ? Expected.LET_IN : Expected.UNSAID;
        }
        return switch (which) {
            case OWN -> Knocking.leadsSomewhere(endpoint) ? Expected.LET_IN : Expected.UNSAID;
            case FOREIGN, MERGED -> {
                if (!whole) {
                    yield Expected.REFUSED;
                }
                yield which == Which.FOREIGN && Knocking.leadsSomewhere(endpoint)
                        ? Expected.LET_IN
                        : Expected.UNSAID;
            }
            case MALFORMED ->
                    // In a body it is a word that cannot be read, for whoever may send it.
                    whole || endpoint.variables().isEmpty() ? Expected.UNSAID : Expected.REFUSED;
            // Whoever sees both cases finds it where it is, and there only.
            case SMUGGLED, ASTRAY, VACANT -> Expected.REFUSED;
            case UNKNOWN, NEIGHBOUR -> whole ? Expected.UNSAID : Expected.REFUSED;
        };
    }
}
