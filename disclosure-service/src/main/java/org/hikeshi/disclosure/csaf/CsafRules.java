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

    private void breaks(CsafRule rule) {
        broken.add(rule.number());
    }

    private void products() {
        List<String> defined = document.path("product_tree").findValuesAsText("product_id");
        Set<String> once = new HashSet<>(defined);
        if (once.size() != defined.size()) {
            breaks(CsafRule.PRODUCT_DEFINED_ONCE);
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
                breaks(CsafRule.PRODUCT_DEFINED);
            }
        }
    }

    /** Names are there, and a version is one version, not a range in words (6.1.31). */
    private void branches(JsonNode above) {
        for (JsonNode branch : above.path("branches")) {
            String name = branch.path("name").asText();
            if (name.isBlank()) {
                breaks(CsafRule.SCHEMA);
            }
            boolean version = branch.path("category").asText().equals("product_version");
            if (version && isRange(name)) {
                breaks(CsafRule.ONE_VERSION);
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
            breaks(CsafRule.CVE_ONCE);
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
                breaks(CsafRule.REVISION_MISSING);
            }
            if (Instant.parse(date)
                    .isBefore(before.isEmpty() ? Instant.MIN : Instant.parse(before))) {
                breaks(CsafRule.HISTORY_IN_ORDER);
            }
            before = date;
        }
        if (!tracking.path("version").asText().equals(String.valueOf(number))) {
            breaks(CsafRule.LATEST_REVISION);
        }
    }

    private void profile() {
        JsonNode head = document.path("document");
        boolean advisory = head.path("category").asText().equals("csaf_security_advisory");
        if (head.path("title").asText().isEmpty() || head.path("notes").isEmpty()) {
            breaks(CsafRule.SCHEMA);
        }
        if (advisory && document.path("product_tree").isMissingNode()) {
            breaks(CsafRule.PRODUCT_TREE);
        }
        if (advisory && document.path("vulnerabilities").isEmpty()) {
            breaks(CsafRule.VULNERABILITIES);
        }
        if (advisory && head.path("lang").asText().isEmpty()) {
            breaks(CsafRule.LANGUAGE);
        }
    }
}
