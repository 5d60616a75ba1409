package org.hikeshi.intake.earlier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hikeshi.web.Csv;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.hikeshi.web.problem.StrictJson;

/** Takes a body apart into records: CSV with a head row, or JSON {@code {"records": […]}}. */
final class RecordList {

    /** Records in one list at most. */
    static final int MOST = 5_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Column of the CSV, and where its value stands in the JSON form. */
    private static final Map<String, String> COLUMNS =
            Map.ofEntries(
                    Map.entry("number", "/number"),
                    Map.entry("source", "/source"),
                    Map.entry("receivedAt", "/receivedAt"),
                    Map.entry("confirmedAt", "/confirmedAt"),
                    Map.entry("scoredAt", "/scoredAt"),
                    Map.entry("severity", "/severity"),
                    Map.entry("fixedAt", "/fixedAt"),
                    Map.entry("publishedAt", "/publishedAt"),
                    Map.entry("closedAt", "/closedAt"),
                    Map.entry("closure", "/closure"),
                    Map.entry("title", "/report/title"),
                    Map.entry("description", "/report/description"),
                    Map.entry("impact", "/report/impact"),
                    Map.entry("product", "/report/product/name"),
                    Map.entry("model", "/report/product/model"),
                    Map.entry("firmwareVersion", "/report/product/firmwareVersion"),
                    Map.entry("cve", "/report/existingCve"),
                    Map.entry("reporterName", "/report/reporter/name"),
                    Map.entry("reporterEmail", "/report/reporter/email"),
                    Map.entry("organisation", "/report/reporter/organisation"),
                    Map.entry("creditAs", "/report/reporter/creditAs"),
                    Map.entry("language", "/report/reporter/language"));

    private RecordList() {}

    /**
     * @throws ProblemException for what is no such list at all
     */
    static List<RecordRow> ofJson(byte[] body, ObjectMapper json) {
        if (!StrictJson.isJson(body)) {
            throw new ProblemException(Problem.malformedJson());
        }
        JsonNode root;
        try {
            root = json.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException twice) {
            throw refusal("", "duplicate-field");
        }
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            if (!field.getKey().equals("records")) {
                FieldError unknown = FieldError.at("/" + harmless(field.getKey()), "unknown-field");
                throw new ProblemException(
                        Problem.fields(List.of(unknown.accepting(List.of("records")))));
            }
        }
        if (!(root.get("records") instanceof ArrayNode given)) {
            throw refusal("/records", "required");
        }
        List<RecordRow> rows = new ArrayList<>();
        for (JsonNode one : given) {
            String place = "/records/" + rows.size();
            if (!(one instanceof ObjectNode record)) {
                throw refusal(place, "wrong-type");
            }
            rows.add(new RecordRow(record, pointer -> place + pointer));
        }
        return counted(rows);
    }

    /**
     * @throws ProblemException for a head row that names unknown columns or lacks one
     */
    static List<RecordRow> ofCsv(byte[] body) {
        List<Csv.Row> lines = Csv.rows(body);
        if (lines.isEmpty()) {
            throw refusal("/rows", "required");
        }
        List<String> head = lines.getFirst().cells().stream().map(String::strip).toList();
        List<FieldError> errors = new ArrayList<>();
        for (String column : head) {
            if (!COLUMNS.containsKey(column)) {
                errors.add(
                        FieldError.at("/rows/1/" + harmless(column), "unknown-field")
                                .accepting(COLUMNS.keySet().stream().sorted().toList()));
            }
        }
        for (String needed : List.of("number", "receivedAt", "closedAt", "closure")) {
            if (!head.contains(needed)) {
                errors.add(FieldError.at("/rows/1/" + needed, "required"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.fields(errors));
        }
        return counted(
                lines.subList(1, lines.size()).stream().map(line -> row(head, line)).toList());
    }

    private static RecordRow row(List<String> head, Csv.Row line) {
        ObjectNode record = NODES.objectNode();
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < Math.min(head.size(), line.cells().size()); i++) {
            String pointer = COLUMNS.getOrDefault(head.get(i), "");
            columns.put(pointer, head.get(i));
            put(record, pointer, line.cells().get(i).strip());
        }
        if (!record.has("report")) {
            record.putObject("report");
        }
        String place = "/rows/" + line.number() + "/";
        return new RecordRow(
                record, pointer -> place + columns.getOrDefault(pointer, pointer.substring(1)));
    }

    private static void put(ObjectNode record, String pointer, String value) {
        if (value.isEmpty()) {
            return;
        }
        String[] steps = pointer.substring(1).split("/");
        ObjectNode at = record;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObjectProperty(steps[i]);
        }
        at.put(steps[steps.length - 1], value);
    }

    private static List<RecordRow> counted(List<RecordRow> rows) {
        if (rows.isEmpty()) {
            throw refusal("/records", "required");
        }
        if (rows.size() > MOST) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("/records", "too-many", MOST))));
        }
        return rows;
    }

    /** A name goes back to its giver only in harmless characters. */
    private static String harmless(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        return plain.substring(0, Math.min(plain.length(), 50));
    }

    private static ProblemException refusal(String pointer, String code) {
        return new ProblemException(Problem.fields(List.of(FieldError.at(pointer, code))));
    }
}
