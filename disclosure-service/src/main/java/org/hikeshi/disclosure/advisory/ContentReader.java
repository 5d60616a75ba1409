package org.hikeshi.disclosure.advisory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hikeshi.policy.Severity;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads what was sent into a content, naming every field that cannot be taken. */
final class ContentReader {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_PROSE = 20_000;
    private static final int MOST_ROWS = 200;
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._+-]{0,39}");
    private static final Pattern CWE = Pattern.compile("CWE-[1-9][0-9]{0,5}");

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> languages;
    private final Function<String, String> productNames;

    /**
     * @param languages tags of the policy's languages
     * @param productNames public name by product id, empty if the catalogue does not know it
     */
    ContentReader(Set<String> languages, Function<String, String> productNames) {
        this.languages = languages;
        this.productNames = productNames;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** The content with every part that was sent, the others as {@code before}. */
    AdvisoryContent read(AdvisoryBody body, AdvisoryContent before) {
        if (body.audience() != null && !body.audience().equals("public")) {
            errors.add(FieldError.at("/audience", "audience-unknown"));
        }
        return new AdvisoryContent(
                before.kind(),
                texts(body.texts(), before.texts()),
                body.affected() == null ? before.affected() : affected(body.affected()),
                body.vulnerabilities() == null
                        ? before.vulnerabilities()
                        : vulnerabilities(body.vulnerabilities()),
                prose("/remedy", body.remedy(), before.remedy()),
                prose("/workaround", body.workaround(), before.workaround()),
                body.credits() == null ? before.credits() : credits(body.credits()),
                before.contact(),
                before.disclaimer(),
                prose("/changeNote", body.changeNote(), before.changeNote()));
    }

    private Map<String, AdvisoryText> texts(
            @Nullable Map<String, AdvisoryBody.Text> sent, Map<String, AdvisoryText> before) {
        if (sent == null) {
            return before;
        }
        Map<String, AdvisoryText> read = new TreeMap<>();
        sent.forEach(
                (language, text) -> {
                    String at = "/texts/" + language;
                    known(at, language);
                    read.put(
                            language,
                            new AdvisoryText(
                                    line(at + "/title", text.title()),
                                    prose(at + "/summary", text.summary()),
                                    prose(at + "/impact", text.impact()),
                                    prose(at + "/details", text.details()),
                                    prose(at + "/whatToDo", text.whatToDo())));
                });
        return read;
    }

    private List<AffectedProduct> affected(List<AdvisoryBody.Affected> sent) {
        few("/affected", sent);
        List<AffectedProduct> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            read.add(affected("/affected/" + i, sent.get(i)));
        }
        return read;
    }

    private AffectedProduct affected(String at, AdvisoryBody.Affected row) {
        String id = line(at + "/productId", row.productId());
        String named = line(at + "/product", row.product());
        String product = named.isEmpty() && !id.isEmpty() ? productNames.apply(id) : named;
        if (product.isEmpty()) {
            errors.add(FieldError.at(at + "/product", "product-needed"));
        }
        String standing = row.standing() == null ? "affected" : row.standing();
        if (!standing.equals("affected") && !standing.equals("not-affected")) {
            errors.add(FieldError.at(at + "/standing", "standing-unknown"));
        }
        return new AffectedProduct(
                id,
                product,
                line(at + "/model", row.model()),
                line(at + "/versions", row.versions()),
                form(at + "/fixed", row.fixed(), VERSION, "version-form"),
                standing.equals("not-affected")
                        ? ProductStanding.NOT_AFFECTED
                        : ProductStanding.AFFECTED);
    }

    private List<PublishedVulnerability> vulnerabilities(List<AdvisoryBody.Vulnerability> sent) {
        few("/vulnerabilities", sent);
        List<PublishedVulnerability> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            read.add(vulnerability("/vulnerabilities/" + i, sent.get(i)));
        }
        return read;
    }

    private PublishedVulnerability vulnerability(String at, AdvisoryBody.Vulnerability one) {
        String cve = form(at + "/cve", one.cve(), CVE, "cve-form");
        String cwe = form(at + "/cwe", one.cwe(), CWE, "cwe-form");
        String vector = line(at + "/cvss31", one.cvss31());
        if (!vector.isEmpty() && !CvssBase.readable(vector)) {
            errors.add(FieldError.at(at + "/cvss31", "cvss-form"));
            vector = "";
        }
        return new PublishedVulnerability(cve, cwe, vector, severity(at, one.severity(), vector));
    }

    private @Nullable Severity severity(String at, @Nullable String sent, String vector) {
        String word = line(at + "/severity", sent);
        if (word.isEmpty() && !vector.isEmpty()) {
            word = CvssBase.of(vector).band();
        }
        if (word.isEmpty() || word.equalsIgnoreCase("none")) {
            return null;
        }
        try {
            return Severity.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            errors.add(FieldError.at(at + "/severity", "severity-unknown"));
            return null;
        }
    }

    private List<String> credits(List<String> sent) {
        few("/credits", sent);
        List<String> read = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String line = line("/credits/" + i, sent.get(i));
            if (!line.isEmpty()) {
                read.add(line);
            }
        }
        return read;
    }

    private Map<String, String> prose(
            String at, @Nullable Map<String, String> sent, Map<String, String> before) {
        if (sent == null) {
            return before;
        }
        Map<String, String> read = new TreeMap<>();
        sent.forEach(
                (language, text) -> {
                    known(at + "/" + language, language);
                    read.put(language, prose(at + "/" + language, text));
                });
        return read;
    }

    private String form(String at, @Nullable String sent, Pattern form, String code) {
        String line = line(at, sent);
        if (!line.isEmpty() && !form.matcher(line).matches()) {
            errors.add(FieldError.at(at, code));
            return "";
        }
        return line;
    }

    private String line(String at, @Nullable String sent) {
        String text = checked(at, sent, LONGEST_LINE);
        if (text.codePoints().anyMatch(c -> c == '\n' || c == 0x2028 || c == 0x2029)) {
            errors.add(FieldError.at(at, "one-line"));
        }
        return text;
    }

    private String prose(String at, @Nullable String sent) {
        return checked(at, sent, LONGEST_PROSE);
    }

    private String checked(String at, @Nullable String sent, int longest) {
        if (sent == null) {
            return "";
        }
        String text = Normalizer.normalize(sent.replace("\r\n", "\n"), Normalizer.Form.NFC).strip();
        if (text.length() > longest) {
            errors.add(FieldError.at(at, "too-long", longest));
        }
        if (text.codePoints().anyMatch(ContentReader::unprintable)) {
            errors.add(FieldError.at(at, "unprintable"));
        }
        return text;
    }

    /** Controls, halves of pairs, and marks that turn the direction of the text around them. */
    private static boolean unprintable(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean half = c >= 0xd800 && c <= 0xdfff;
        boolean turning = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return control || half || turning;
    }

    private void known(String at, String language) {
        if (!languages.contains(language)) {
            errors.add(FieldError.at(at, "language-unknown"));
        }
    }

    private void few(String at, List<?> rows) {
        if (rows.size() > MOST_ROWS || rows.contains(null)) {
            errors.add(FieldError.at(at, "too-many", MOST_ROWS));
        }
    }
}
