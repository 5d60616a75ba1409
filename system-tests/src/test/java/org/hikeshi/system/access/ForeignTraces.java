package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;

/**
 * Lists, counts and searches, and whatever else answers without being asked about a foreign case:
 * nothing of such a case stands in it for anybody who may not see it. For those who may it does, or
 * the search would find nothing in an empty list.
 */
public final class ForeignTraces implements Judged {
    /** Where those who see every case find the foreign one. */
    public static final List<String> LISTING =
            List.of(
                    "/api/v1/cases",
                    "/api/v1/tasks",
                    "/desk/cases",
                    "/desk",
                    "/desk/reports",
                    "/api/v1/remediations",
                    "/desk/releases",
                    "/desk/campaigns",
                    "/api/v1/advisories",
                    "/desk/advisories",
                    "/api/v1/deliveries",
                    "/desk/mail");

    private static final Set<String> SEES_ALL = Set.of("security-office", "ciso", "auditor");

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final List<String> traces;
    private final Set<String> leaks = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();
    private boolean oneIsEnough;
    private int asked;

    /**
     * @param traces what gives a foreign case away: ids, numbers, codes, titles
     */
    public ForeignTraces(Knocking knocking, Map<String, Integer> ports, List<String> traces) {
        this.knocking = knocking;
        this.ports = ports;
        this.traces = List.copyOf(traces);
    }

    /** Whether those who see every case find the foreign one there. */
    public static boolean isListing(Endpoint endpoint) {
        return endpoint.lists() && LISTING.contains(endpoint.path());
    }

    /** Where something of a foreign case stood, for whom. */
    @Override
    public Set<String> deviations() {
        return leaks;
    }

    @Override
    public int asked() {
        return asked;
    }

    /** Lists in which those who see all cases found it. */
    public Set<String> shown() {
        return shown;
    }

    /** For controls: ends where the first is found. */
    public ForeignTraces toTheFirst() {
        oneIsEnough = true;
        return this;
    }

    public ForeignTraces run(AccessTable table, String service) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(service, 0))) {
            for (Endpoint endpoint : table.endpoints()) {
                if (endpoint.service().equals(service)
                        && Matrix.isStaffs(endpoint)
                        && endpoint.method().equals("GET")) {
                    for (String caller : Endpoint.ROLES) {
                        look(line, endpoint, caller);
                        if (oneIsEnough && !leaks.isEmpty()) {
                            return this;
                        }
                    }
                }
            }
        }
        return this;
    }

    private void look(KeptLine line, Endpoint endpoint, String caller) throws IOException {
        Optional<Question> question = knocking.question(endpoint, caller, Which.OWN);
        if (question.isEmpty() || knowsCustomersMail(endpoint, caller)) {
            return;
        }
        List<Question> searches = searches(endpoint, caller, question.get());
        List<Reply> replies = line.ask(searches);
        asked += replies.size();
        for (int i = 0; i < replies.size(); i++) {
            String text = replies.get(i).text();
            String asked = URLDecoder.decode(searches.get(i).path(), UTF_8);
            for (String trace : traces) {
                if (text.contains(trace) && !asked.contains(trace)) {
                    (SEES_ALL.contains(caller) ? shown : leaks)
                            .add(
                                    endpoint
                                            + (SEES_ALL.contains(caller)
                                                    ? ""
                                                    : " as " + caller + ": " + trace));
                }
            }
        }
    }

    /** Communications read what goes to customers, whatever the case. */
    private static boolean knowsCustomersMail(Endpoint endpoint, String caller) {
        return endpoint.reach().equals("MAIL") && caller.equals("communications");
    }

    /** The list as it is, and asked for the foreign case by each of its names. */
    private List<Question> searches(Endpoint endpoint, String caller, Question plain) {
        List<Question> all = new ArrayList<>(List.of(plain));
        if (endpoint.lists() && Knocking.kind(endpoint).isEmpty()) {
            String path = plain.path();
            all.add(plain.at(path + "?whose=all"));
            // By id, number, code and title; whoever sees all of it need not search.
            List<String> names = SEES_ALL.contains(caller) ? List.of() : traces.subList(0, 4);
            for (String trace : names) {
                String asked = trace.replace(" ", "%20");
                for (String name : List.of("caseId", "case", "code", "trackingCode", "to")) {
                    all.add(plain.at(path + "?" + name + "=" + asked));
                }
            }
        }
        return all;
    }
}
