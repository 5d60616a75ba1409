package org.hikeshi.disclosure.desk;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hikeshi.disclosure.advisory.AdvisoryBody;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryText;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.disclosure.advisory.ProductStanding;
import org.hikeshi.disclosure.advisory.PublishedVulnerability;
import org.hikeshi.policy.Severity;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.jspecify.annotations.Nullable;

/**
 * The editor's fields: prose per language; products, vulnerabilities and credits one per line,
 * their parts apart by {@code |}.
 */
final class EditorForm {
    private static final List<String> LANGUAGES = List.of("ja", "en");

    private EditorForm() {}

    static Filled of(AdvisoryContent content, String hash) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hash", hash);
        for (String language : LANGUAGES) {
            AdvisoryText text = content.text(language);
            values.put("texts." + language + ".title", text.title());
            values.put("texts." + language + ".summary", text.summary());
            values.put("texts." + language + ".impact", text.impact());
            values.put("texts." + language + ".details", text.details());
            values.put("texts." + language + ".whatToDo", text.whatToDo());
            values.put("remedy." + language, content.remedy().getOrDefault(language, ""));
            values.put("workaround." + language, content.workaround().getOrDefault(language, ""));
            values.put("changeNote." + language, content.changeNote().getOrDefault(language, ""));
        }
        values.put("affected", lines(content.affected(), EditorForm::parts));
        values.put("vulnerabilities", lines(content.vulnerabilities(), EditorForm::parts));
        values.put("credits", String.join("\n", content.credits()));
        return Filled.with(values, List.of());
    }

    private static List<String> parts(AffectedProduct row) {
        boolean affected = row.standing() == ProductStanding.AFFECTED;
        String standing = affected ? "affected" : "not-affected";
        return List.of(
                row.product(), row.model(), row.versions(), row.fixed(), standing, row.productId());
    }

    private static List<String> parts(PublishedVulnerability one) {
        Severity severity = one.severity();
        String level = severity == null ? "" : severity.name().toLowerCase(Locale.ROOT);
        return List.of(one.cve(), one.cwe(), one.cvss31(), level);
    }

    private static <T> String lines(List<T> rows, Function<T, List<String>> parts) {
        return rows.stream()
                .map(row -> String.join(" | ", parts.apply(row)))
                .collect(Collectors.joining("\n"));
    }

    static AdvisoryBody body(MultivaluedMap<String, String> form) {
        Map<String, AdvisoryBody.Text> texts = new TreeMap<>();
        for (String language : LANGUAGES) {
            String at = "texts." + language + ".";
            texts.put(
                    language,
                    new AdvisoryBody.Text(
                            form.getFirst(at + "title"),
                            form.getFirst(at + "summary"),
                            form.getFirst(at + "impact"),
                            form.getFirst(at + "details"),
                            form.getFirst(at + "whatToDo")));
        }
        return new AdvisoryBody(
                null,
                null,
                null,
                texts,
                rows(form, "affected").stream().map(EditorForm::product).toList(),
                rows(form, "vulnerabilities").stream().map(EditorForm::vulnerability).toList(),
                prose(form, "remedy"),
                prose(form, "workaround"),
                lines(form, "credits"),
                prose(form, "changeNote"));
    }

    private static AdvisoryBody.Affected product(List<String> parts) {
        String standing = part(parts, 4);
        return new AdvisoryBody.Affected(
                part(parts, 5),
                part(parts, 0),
                part(parts, 1),
                part(parts, 2),
                part(parts, 3),
                standing.isEmpty() ? null : standing);
    }

    private static AdvisoryBody.Vulnerability vulnerability(List<String> parts) {
        return new AdvisoryBody.Vulnerability(
                part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
    }

    /** The form as it was sent, with what cannot be taken; a row's fault stands at its box. */
    static Filled again(MultivaluedMap<String, String> form, List<FieldError> errors) {
        return new Filled(
                form,
                errors.stream()
                        .map(
                                error ->
                                        error.movedTo(
                                                error.pointer()
                                                        .replaceFirst(
                                                                "^/(affected|vulnerabilities|credits)/.*",
                                                                "/$1")))
                        .toList());
    }

    private static Map<String, String> prose(MultivaluedMap<String, String> form, String name) {
        Map<String, String> both = new TreeMap<>();
        for (String language : LANGUAGES) {
            both.put(language, text(form.getFirst(name + "." + language)));
        }
        return both;
    }

    private static List<String> lines(MultivaluedMap<String, String> form, String name) {
        return text(form.getFirst(name))
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private static List<List<String>> rows(MultivaluedMap<String, String> form, String name) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(form, name)) {
            rows.add(List.of(line.split("\\|", -1)).stream().map(String::strip).toList());
        }
        return rows;
    }

    private static String part(List<String> parts, int at) {
        return at < parts.size() ? parts.get(at) : "";
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
