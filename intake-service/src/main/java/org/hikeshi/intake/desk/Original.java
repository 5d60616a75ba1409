package org.hikeshi.intake.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.TemplateData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was reported, field by field in the order of the form; only what was said. */
public final class Original {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> LABELS = new LinkedHashMap<>();

    static {
        LABELS.put("/product/name", "report.product.name");
        LABELS.put("/product/model", "report.product.model");
        LABELS.put("/product/firmwareVersion", "report.product.firmware");
        LABELS.put("/title", "report.summary");
        LABELS.put("/description", "report.description");
        LABELS.put("/impact", "report.impact");
        LABELS.put("/reproduction", "report.reproduction");
        LABELS.put("/technicalDetails", "report.technical");
        LABELS.put("/discoveredOn", "report.discovered");
        LABELS.put("/exploitation/status", "report.exploitation");
        LABELS.put("/exploitation/details", "report.exploitation.details");
        LABELS.put("/disclosurePlan/date", "report.plan.date");
        LABELS.put("/disclosurePlan/time", "report.plan.time");
        LABELS.put("/disclosurePlan/zone", "report.plan.zone");
        LABELS.put("/disclosurePlan/details", "report.plan.details");
        LABELS.put("/tooling", "report.tooling");
        LABELS.put("/existingCve", "report.cve");
    }

    private Original() {}

    /** One field; {@code label} is a key of words. */
    @TemplateData
    public record Field(String label, String text) {}

    static List<Field> of(byte[] content) {
        JsonNode report = read(content);
        List<Field> fields = new ArrayList<>();
        LABELS.forEach(
                (pointer, label) -> {
                    String text = report.at(pointer).asText("");
                    if (!text.isEmpty()) {
                        fields.add(new Field(label, VisibleText.of(text)));
                    }
                });
        for (JsonNode told : report.path("toldOthers")) {
            String one = told.path("party").asText("") + ": " + told.path("number").asText("");
            fields.add(new Field("report.told", VisibleText.of(one)));
        }
        if (report.path("mayShareContact").asBoolean(false)) {
            fields.add(new Field("report.share", "✔"));
        }
        return fields;
    }

    /** The title, else the first words of what was written; empty if there are none. */
    public static String title(byte[] content) {
        JsonNode report = read(content);
        String title = report.path("title").asText("").strip();
        String text = title.isEmpty() ? report.path("description").asText("").strip() : title;
        String line = text.lines().findFirst().orElse("");
        int end = line.offsetByCodePoints(0, Math.min(80, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }

    private static JsonNode read(byte[] content) {
        try {
            return JSON.readTree(new String(content, StandardCharsets.UTF_8));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what was sealed as JSON is JSON", impossible);
        }
    }
}
