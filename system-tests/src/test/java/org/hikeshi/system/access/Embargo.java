package org.hikeshi.system.access;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.access.Things.Which;

/**
 * What the public side shows of texts whose day has not come: nothing, at their own address the
 * same as at one that will never be, whoever asks.
 */
public final class Embargo implements Judged {
    private static final List<String> ENDINGS = List.of("", ".html", ".txt", ".json", ".atom");
    private static final List<String> CALLERS = List.of(Knocking.NOBODY, "security-office", "qa");

    private final Knocking knocking;
    private final Map<String, Integer> ports;
    private final Set<String> deviations = new TreeSet<>();
    private int asked;

    public Embargo(Knocking knocking, Map<String, Integer> ports) {
        this.knocking = knocking;
        this.ports = Map.copyOf(ports);
    }

    @Override
    public Set<String> deviations() {
        return deviations;
    }

    @Override
    public int asked() {
        return asked;
    }

    public Embargo run(AccessTable table) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Map<String, String> things :
                List.of(knocking.things().own(), knocking.things().foreign())) {
            texts.add(Objects.requireNonNull(things.get("text")));
        }
        try (KeptLine line = new KeptLine(ports.getOrDefault("disclosure", 0))) {
            for (String text : texts) {
                addresses(line, text);
            }
        }
        for (Endpoint endpoint : table.endpoints()) {
            if (endpoint.shows("PUBLIC") && !Matrix.isLeftOut(endpoint)) {
                pages(endpoint, texts);
            }
        }
        return this;
    }

    private void addresses(KeptLine line, String text) throws IOException {
        String never = text.substring(0, text.length() - 4) + "ZZZZ";
        for (String caller : CALLERS) {
            for (String ending : ENDINGS) {
                String there = ask(line, caller, "/advisories/" + text + ending).told();
                String nowhere = ask(line, caller, "/advisories/" + never + ending).told();
                String low = "/advisories/" + text.toLowerCase(Locale.ROOT) + ending;
                if (!there.equals(nowhere) || !ask(line, caller, low).told().equals(nowhere)) {
                    deviations.add("/advisories/" + text + ending + " as " + caller);
                }
            }
        }
    }

    private void pages(Endpoint endpoint, Set<String> texts) throws IOException {
        try (KeptLine line = new KeptLine(ports.getOrDefault(endpoint.service(), 0))) {
            Question question =
                    knocking.question(endpoint, Knocking.NOBODY, Which.OWN).orElseThrow();
            String shown = ask(line, Knocking.NOBODY, question.path()).text();
            texts.stream()
                    .filter(
                            text ->
                                    shown.contains(text)
                                            || shown.contains(text.toLowerCase(Locale.ROOT)))
                    .forEach(text -> deviations.add(endpoint + " shows " + text));
        }
    }

    private Reply ask(KeptLine line, String caller, String path) throws IOException {
        asked++;
        return line.ask(List.of(knocking.asking(caller, "GET", path))).getFirst();
    }
}
