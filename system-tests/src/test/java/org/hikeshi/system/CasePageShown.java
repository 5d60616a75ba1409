package org.hikeshi.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.launcher.demo.Door;

/**
 * What the case's own page at the desk says of its milestones, as a person of the house reads it.
 */
final class CasePageShown {
    /** As the English page calls them. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "received", "Received",
                    "confirmed", "Confirmed",
                    "scored", "Scored",
                    "mitigated", "Mitigated",
                    "patch-ready", "Fix ready",
                    "distributing", "Distributing",
                    "distributed", "Distributed",
                    "disclosed", "Disclosed",
                    "closed", "Closed");

    private static final Map<String, String> STATES =
            Map.of(
                    "done", "done",
                    "due", "due",
                    "open", "to come",
                    "not-applicable", "not needed in this case",
                    "waived", "waived");

    private static final Pattern MILESTONE =
            Pattern.compile(
                    "(?s)<li class=\"milestone ([a-z-]+)\">.*?</svg>\\s*(.*?)\\s*"
                            + "<span class=\"quiet\">(.*?)</span>(.*?)</li>");

    private final Door door;
    private final DeskSession ciso;

    /** The CISO looks at it in English. */
    CasePageShown(Journey journey) throws IOException {
        this.door = journey.door();
        this.ciso = DeskSession.begin(journey.system().origin(), journey.system().people(), "ciso");
    }

    /**
     * What the page says otherwise than the interface.
     *
     * @param milestones name and state of the interface; empty before there is a case
     */
    List<String> faults(String caseId, Map<String, String> milestones) {
        String page = door.expect(ciso.get("/desk/cases/" + caseId, "en")).text();
        List<String> faults = new ArrayList<>();
        Map<String, String> shown = new TreeMap<>();
        for (Matcher one = MILESTONE.matcher(page); one.find(); ) {
            String state = one.group(1);
            if (!Objects.equals(STATES.get(state), one.group(3))) {
                faults.add("the case page says \"" + one.group(3) + "\" of what is " + state);
            }
            if (state.equals("done") && !one.group(4).contains("<time datetime=")) {
                faults.add("the case page does not say when: " + one.group(2));
            }
            shown.put(name(one.group(2)), state.equals("open") ? "due" : state);
        }
        if (!shown.equals(milestones)) {
            faults.add("the case page shows " + shown + ", the case is at " + milestones);
        }
        return faults;
    }

    /** A label may name the product too. */
    private static String name(String label) {
        return WORDS.entrySet().stream()
                .filter(word -> label.startsWith(word.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown: " + label);
    }
}
