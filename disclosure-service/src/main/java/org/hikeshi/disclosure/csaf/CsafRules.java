package org.hikeshi.disclosure.csaf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the standard's mandatory tests (CSAF 2.0, 6.1) ask for as far as a document of ours can
 * break it. Run before anything is published.
 */
final class CsafRules {
    private static final Pattern RANGE =
            Pattern.compile("[<>]|(^|\\s)(after|all|before|earlier|later|prior|versions)(\\s|$)");

    private final JsonNode document;
    private final List<String> broken = new ArrayList<>();

    private CsafRules(JsonNode document) {
        this.document = document;
    }

    /** Numbers of the tests that fail; empty if the document may go out. */
    static List<String> broken(JsonNode document) {
        var rules = new CsafRules(document);
        rules.products();
        rules.branches(document.path("product_tree"));
        rules.cves();
        rules.revisions();
        rules.profile();
        return rules.broken;
    }

    private void products() {
        List<String> defined = document.path("product_tree").findValuesAsText("product_id");
        Set<String> once = new HashSet<>(defined);
        if (once.size() != defined.size()) {
            broken.add("6.1.2");
        }
        for (JsonNode vulnerability : document.path("vulnerabilities")) {
            Set<String> used = new TreeSet<>();
            vulnerability
                    .path("product_status")
                    .forEach(ids -> ids.forEach(id -> used.add(id.asText())));
            vulnerability
                    .findValues("product_ids")
                    .forEach(ids -> ids.forEach(id -> used.add(id.asText())));
            vulnerability
                    .findValues("products")
                    .forEach(ids -> ids.forEach(id -> used.add(id.asText())));
            if (!once.containsAll(used)) {
                broken.add("6.1.1");
            }
        }
    }

    /** Names are there, and a version is one version, not a range in words (6.1.31). */
    private void branches(JsonNode above) {
        for (JsonNode branch : above.path("branches")) {
            String name = branch.path("name").asText();
            if (name.isBlank()) {
                broken.add("schema");
            }
            boolean version = branch.path("category").asText().equals("product_version");
            if (version && isRange(name)) {
                broken.add("6.1.31");
            }
            branches(branch);
        }
    }

    static boolean isRange(String version) {
        return RANGE.matcher(version.toLowerCase(Locale.ROOT)).find();
    }

    /** One vulnerability for one CVE (6.1.23). */
    private void cves() {
        List<String> cves = document.path("vulnerabilities").findValuesAsText("cve");
        if (Set.copyOf(cves).size() != cves.size()) {
            broken.add("6.1.23");
        }
    }

    private void revisions() {
        JsonNode tracking = document.path("document").path("tracking");
        JsonNode history = tracking.path("revision_history");
        String before = "";
        int number = 0;
        for (JsonNode revision : history) {
            number++;
            String date = revision.path("date").asText();
            if (!revision.path("number").asText().equals(String.valueOf(number))) {
                broken.add("6.1.21");
            }
            if (Instant.parse(date)
                    .isBefore(before.isEmpty() ? Instant.MIN : Instant.parse(before))) {
                broken.add("6.1.14");
            }
            before = date;
        }
        if (!tracking.path("version").asText().equals(String.valueOf(number))) {
            broken.add("6.1.16");
        }
    }

    private void profile() {
        JsonNode head = document.path("document");
        boolean advisory = head.path("category").asText().equals("csaf_security_advisory");
        if (head.path("title").asText().isEmpty() || head.path("notes").isEmpty()) {
            broken.add("schema");
        }
        if (advisory && document.path("product_tree").isMissingNode()) {
            broken.add("6.1.27.4");
        }
        if (advisory && document.path("vulnerabilities").isEmpty()) {
            broken.add("6.1.27.11");
        }
        if (advisory && head.path("lang").asText().isEmpty()) {
            broken.add("6.1.12");
        }
    }
}
