package org.hikeshi.disclosure.csaf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryKind;
import org.hikeshi.disclosure.advisory.AdvisoryText;
import org.hikeshi.disclosure.advisory.CvssBase;
import org.hikeshi.disclosure.advisory.PublishedVulnerability;
import org.hikeshi.disclosure.publication.PublishedText;

/**
 * A published text as a CSAF 2.0 document: profile 4 (security advisory) for an SA, profile 3
 * (informational advisory) for an SN.
 */
public final class CsafDocument {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final PublishedText published;
    private final AdvisoryContent content;
    private final Publisher publisher;
    private final ProductTree products;
    private final ObjectNode root = JSON.createObjectNode();

    private CsafDocument(PublishedText published, Publisher publisher) {
        this.published = published;
        this.content = published.content();
        this.publisher = publisher;
        this.products = new ProductTree(publisher.name(), content.affected());
    }

    /** UTF-8, indented, keys sorted, line feed at the end. */
    public static byte[] of(PublishedText published, Publisher publisher) {
        try {
            ObjectNode document = tree(published, publisher);
            Object sorted = JSON.convertValue(document, Object.class);
            byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sorted);
            byte[] ended = java.util.Arrays.copyOf(bytes, bytes.length + 1);
            ended[bytes.length] = '\n';
            return ended;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a CSAF document is plain text", impossible);
        }
    }

    static ObjectNode tree(PublishedText published, Publisher publisher) {
        var document = new CsafDocument(published, publisher);
        document.head();
        document.body();
        return document.root;
    }

    private boolean advisory() {
        return content.kind() == AdvisoryKind.SA;
    }

    private void head() {
        ObjectNode head = root.putObject("document");
        content.severity()
                .ifPresent(s -> head.putObject("aggregate_severity").put("text", titled(s.name())));
        head.put("category", advisory() ? "csaf_security_advisory" : "csaf_informational_advisory");
        head.put("csaf_version", "2.0");
        head.putObject("distribution")
                .putObject("tlp")
                .put("label", "WHITE")
                .put("url", "https://www.first.org/tlp/v1/");
        head.put("lang", publisher.language());
        head.put("title", content.text(publisher.language()).title());
        ObjectNode who = head.putObject("publisher");
        who.put("category", "vendor").put("name", publisher.name());
        who.put("namespace", publisher.namespace()).put("contact_details", content.contact());
        notes(head.putArray("notes"));
        references(head.putArray("references"));
        tracking(head.putObject("tracking"));
        if (!content.credits().isEmpty()) {
            ArrayNode thanks = head.putArray("acknowledgments");
            content.credits().forEach(line -> thanks.addObject().putArray("names").add(line));
        }
    }

    private void notes(ArrayNode notes) {
        AdvisoryText text = content.text(publisher.language());
        note(notes, "summary", text.title(), text.summary());
        note(notes, "details", "details", text.details());
        if (!publisher.other().equals(publisher.language())) {
            AdvisoryText other = content.text(publisher.other());
            note(notes, "general", other.title(), other.summary());
        }
        note(notes, "general", "whatToDo", text.whatToDo());
        String disclaimer = content.disclaimer().getOrDefault(publisher.language(), "");
        note(notes, "legal_disclaimer", "disclaimer", disclaimer);
    }

    private static void note(ArrayNode notes, String category, String title, String text) {
        if (!text.isEmpty()) {
            ObjectNode note = notes.addObject().put("category", category).put("text", text);
            if (!title.isEmpty()) {
                note.put("title", title);
            }
        }
    }

    private void references(ArrayNode references) {
        references
                .addObject()
                .put("category", "self")
                .put("summary", published.publicId() + " (CSAF)")
                .put("url", publisher.origin() + CsafNames.path(published));
        references
                .addObject()
                .put("category", advisory() ? "self" : "external")
                .put("summary", published.publicId())
                .put("url", publisher.origin() + PublicPaths.of(published));
    }

    private void tracking(ObjectNode tracking) {
        List<PublishedText.Revision> history = published.history();
        tracking.put("current_release_date", published.changedAt().toString());
        ObjectNode generator = tracking.putObject("generator");
        generator
                .putObject("engine")
                .put("name", "Hikeshi")
                .put("version", publisher.engineVersion());
        tracking.put("id", published.publicId());
        tracking.put("initial_release_date", published.publishedAt().toString());
        ArrayNode revisions = tracking.putArray("revision_history");
        for (PublishedText.Revision one : history) {
            revisions
                    .addObject()
                    .put("date", one.at().toString())
                    .put("number", String.valueOf(one.number()))
                    .put("summary", summary(one));
        }
        tracking.put("status", "final");
        tracking.put("version", String.valueOf(history.getLast().number()));
    }

    private String summary(PublishedText.Revision one) {
        String note = Objects.requireNonNullElse(one.note().get(publisher.language()), "");
        if (one.withdrawn()) {
            return "Withdrawn. " + note;
        }
        return note.isEmpty() ? "Initial version." : note;
    }

    private void body() {
        if (!advisory()) {
            return; // profile 3 has neither products nor vulnerabilities
        }
        products.write(root.putObject("product_tree"));
        ArrayNode all = root.putArray("vulnerabilities");
        content.vulnerabilities().forEach(one -> vulnerability(all.addObject(), one));
    }

    private void vulnerability(ObjectNode node, PublishedVulnerability one) {
        if (!one.cve().isEmpty()) {
            node.put("cve", one.cve());
        }
        AdvisoryText text = content.text(publisher.language());
        ArrayNode notes = node.putArray("notes");
        note(notes, "description", "", text.summary());
        if (!one.cwe().isEmpty()) {
            note(notes, "other", "CWE", one.cwe());
        }
        ObjectNode status = node.putObject("product_status");
        products(status, "fixed", products.fixed());
        products(status, "known_affected", products.affected());
        products(status, "known_not_affected", products.notAffected());
        remediations(node.putArray("remediations"));
        one.base().ifPresent(base -> score(node, base));
        if (!text.impact().isEmpty()) {
            node.putArray("threats")
                    .addObject()
                    .put("category", "impact")
                    .put("details", text.impact());
        }
    }

    private void remediations(ArrayNode remediations) {
        String remedy = content.remedy().getOrDefault(publisher.language(), "");
        String workaround = content.workaround().getOrDefault(publisher.language(), "");
        remediation(remediations, "vendor_fix", remedy);
        remediation(remediations, "workaround", workaround);
        if (remedy.isEmpty() && workaround.isEmpty()) {
            remediation(remediations, "mitigation", content.text(publisher.language()).whatToDo());
        }
    }

    private void remediation(ArrayNode remediations, String category, String details) {
        if (!details.isEmpty()) {
            ObjectNode one = remediations.addObject().put("category", category);
            one.put("details", details);
            products(one, "product_ids", products.affected());
        }
    }

    private void score(ObjectNode node, CvssBase base) {
        ObjectNode score = node.putArray("scores").addObject();
        score.putObject("cvss_v3")
                .put("version", "3.1")
                .put("vectorString", base.vector())
                .put("baseScore", base.score())
                .put("baseSeverity", base.band());
        products(score, "products", products.affected());
    }

    private static void products(ObjectNode node, String name, List<String> ids) {
        if (!ids.isEmpty()) {
            ids.forEach(node.putArray(name)::add);
        }
    }

    private static String titled(String word) {
        return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
