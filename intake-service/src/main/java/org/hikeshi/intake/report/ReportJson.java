package org.hikeshi.intake.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The canonical JSON of a report: the contract's fields in the contract's order, nothing that was
 * not said, no space between. The receipt of a form hashes it, so its bytes never change for the
 * same report; a golden test holds them.
 */
public final class ReportJson {

    private static final ObjectMapper WRITER = JsonMapper.builder().build();

    private ReportJson() {}

    /** The whole report. */
    public static byte[] canonical(Report report) {
        ObjectNode root = content(report);
        ObjectNode reporter = reporter(report.reporter());
        put(reporter, "language", report.language());
        putUnlessEmpty(root, "reporter", reporter);
        return bytes(root);
    }

    /** What is sealed with the content key: all but the reporter. */
    static byte[] contentBytes(Report report) {
        return bytes(content(report));
    }

    /** What is sealed with the identity key. */
    static byte[] identityBytes(Report.Reporter reporter) {
        return bytes(reporter(reporter));
    }

    /** The canonical JSON again, from its two sealed halves; language is kept in clear. */
    static byte[] joined(byte[] content, byte[] identity, @Nullable String language) {
        ObjectNode root = read(content);
        ObjectNode reporter = identity.length == 0 ? WRITER.createObjectNode() : read(identity);
        put(reporter, "language", language);
        putUnlessEmpty(root, "reporter", reporter);
        return bytes(root);
    }

    static Report.Reporter reporterOf(byte[] identity) {
        ObjectNode node = read(identity);
        return new Report.Reporter(
                node.path("name").asText(""),
                node.path("email").asText(""),
                node.path("organisation").asText(""),
                node.path("creditAs").asText(""));
    }

    private static ObjectNode read(byte[] ours) {
        try {
            return (ObjectNode) WRITER.readTree(new String(ours, StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was sealed as JSON is JSON", impossible);
        }
    }

    private static ObjectNode content(Report report) {
        ObjectNode root = WRITER.createObjectNode();
        ObjectNode product = root.objectNode();
        put(product, "name", report.product().name());
        put(product, "model", report.product().model());
        put(product, "firmwareVersion", report.product().firmwareVersion());
        putUnlessEmpty(root, "product", product);
        put(root, "title", report.title());
        put(root, "description", report.description());
        put(root, "impact", report.impact());
        put(root, "reproduction", report.reproduction());
        put(root, "discoveredOn", report.discoveredOn());
        put(root, "technicalDetails", report.technicalDetails());
        putUnlessEmpty(root, "exploitation", exploitation(root, report.exploitation()));
        putUnlessEmpty(root, "disclosurePlan", plan(root, report.disclosurePlan()));
        put(root, "tooling", report.tooling());
        ArrayNode told = root.arrayNode();
        for (Report.Told one : report.toldOthers()) {
            ObjectNode entry = told.addObject();
            put(entry, "party", one.party());
            put(entry, "number", one.number());
        }
        if (!told.isEmpty()) {
            root.set("toldOthers", told);
        }
        put(root, "existingCve", report.existingCve());
        if (report.mayShareContact() != null) {
            root.put("mayShareContact", report.mayShareContact());
        }
        return root;
    }

    private static ObjectNode exploitation(ObjectNode root, Report.Exploitation exploitation) {
        ObjectNode node = root.objectNode();
        if (exploitation.status() != Report.Exploitation.Status.UNKNOWN) {
            put(node, "status", exploitation.status().word());
        }
        put(node, "details", exploitation.details());
        return node;
    }

    private static ObjectNode plan(ObjectNode root, Report.DisclosurePlan plan) {
        ObjectNode node = root.objectNode();
        put(node, "date", plan.date());
        put(node, "time", plan.time());
        put(node, "zone", plan.zone());
        put(node, "details", plan.details());
        return node;
    }

    private static ObjectNode reporter(Report.Reporter reporter) {
        ObjectNode node = WRITER.createObjectNode();
        put(node, "name", reporter.name());
        put(node, "email", reporter.email());
        put(node, "organisation", reporter.organisation());
        put(node, "creditAs", reporter.creditAs());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            node.put(name, value.toString());
        }
    }

    private static void putUnlessEmpty(ObjectNode node, String name, ObjectNode inner) {
        if (!inner.isEmpty()) {
            node.set(name, inner);
        }
    }

    private static byte[] bytes(ObjectNode node) {
        try {
            return WRITER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts is always JSON", impossible);
        }
    }
}
