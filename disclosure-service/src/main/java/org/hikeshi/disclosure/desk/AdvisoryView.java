package org.hikeshi.disclosure.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryText;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Duties;
import org.hikeshi.disclosure.advisory.PublishedVulnerability;
import org.hikeshi.disclosure.advisory.Twins;
import org.hikeshi.events.ModelName;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.policy.Role;
import org.jspecify.annotations.Nullable;

/**
 * An advisory as staff read it over the API. Parts of the content have the shape in which they are
 * sent.
 *
 * @param hash of the present text, also the ETag
 * @param missing codes of what the text lacks
 * @param faults fields that could not be published as they are
 * @param obstacles what stands between the text and the public
 * @param differs parts whose languages do not say the same numbers, versions or addresses
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdvisoryView(
        String id,
        String publicId,
        @Nullable String caseId,
        String kind,
        String audience,
        String state,
        String hash,
        int textNumber,
        Map<String, AdvisoryText> texts,
        List<Product> affected,
        List<Vulnerability> vulnerabilities,
        Map<String, String> remedy,
        Map<String, String> workaround,
        List<String> credits,
        Map<String, String> changeNote,
        String contact,
        Map<String, String> disclaimer,
        List<String> missing,
        List<Fault> faults,
        Map<String, List<String>> differs,
        List<Review> reviews,
        @Nullable Approval approval,
        @Nullable Instant date,
        List<String> obstacles,
        boolean held,
        @Nullable Instant publishedAt,
        int revision,
        String path) {

    /** One row of the table of products. */
    @RegisterForReflection
    public record Product(
            String productId,
            String product,
            String model,
            String versions,
            String fixed,
            String standing) {
        /** How the row reads as one name. */
        public String name() {
            return ModelName.called(product, model);
        }
    }

    /** A field that could not be published as it is, and why, in a fixed word. */
    @RegisterForReflection
    public record Fault(String pointer, String code) {}

    /** One vulnerability. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vulnerability(String cve, String cwe, String cvss31, @Nullable String severity) {}

    /** {@code state}: open, accepted or changes-requested, about the present text. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            String review, String role, String state, @Nullable String by, @Nullable Instant at) {}

    /** The approval of the present text. */
    @RegisterForReflection
    public record Approval(String by, Instant at, boolean deviation) {}

    static AdvisoryView of(Dossier dossier, List<String> obstacles) {
        Advisory advisory = dossier.advisory();
        AdvisoryContent content = dossier.content();
        return new AdvisoryView(
                advisory.id().toString(),
                advisory.publicationId().value(),
                advisory.aboutCase() ? advisory.caseId().toString() : null,
                advisory.kind().name(),
                "public",
                written(dossier.state()),
                advisory.hash().value(),
                advisory.textNumber(),
                inOrder(dossier),
                content.affected().stream().map(AdvisoryView::product).toList(),
                content.vulnerabilities().stream().map(AdvisoryView::vulnerability).toList(),
                content.remedy(),
                content.workaround(),
                content.credits(),
                content.changeNote(),
                content.contact(),
                content.disclaimer(),
                dossier.missing(),
                dossier.faults().stream().map(f -> new Fault(f.pointer(), f.code())).toList(),
                Twins.differences(content),
                reviews(dossier),
                approval(advisory),
                advisory.plannedFor().orElse(null),
                obstacles,
                advisory.held(),
                advisory.publishedAt().orElse(null),
                advisory.revisions(),
                "/desk/advisories/" + advisory.id());
    }

    /** In the order of the policy's languages. */
    private static Map<String, AdvisoryText> inOrder(Dossier dossier) {
        Map<String, AdvisoryText> given = dossier.content().texts();
        Map<String, AdvisoryText> texts = new LinkedHashMap<>();
        for (Language language : dossier.policy().languages()) {
            AdvisoryText text = given.get(language.code());
            if (text != null) {
                texts.put(language.code(), text);
            }
        }
        given.forEach(texts::putIfAbsent);
        return texts;
    }

    private static Product product(AffectedProduct product) {
        return new Product(
                product.productId(),
                product.product(),
                product.model(),
                product.versions(),
                product.fixed(),
                written(product.standing()));
    }

    private static Vulnerability vulnerability(PublishedVulnerability one) {
        return new Vulnerability(
                one.cve(),
                one.cwe(),
                one.cvss31(),
                one.severity() == null ? null : written(one.severity()));
    }

    private static List<Review> reviews(Dossier dossier) {
        List<Review> all = new ArrayList<>();
        Map<Reviewing, Dossier.Said> words = dossier.lastWords();
        for (Reviewing review : Set.copyOf(dossier.asked())) {
            Dossier.Said said = words.get(review);
            Role asked = dossier.policy().review().reviews().get(review);
            String role = asked == null ? "" : Duties.written(asked);
            all.add(
                    said == null
                            ? new Review(written(review), role, "open", null, null)
                            : new Review(
                                    written(review),
                                    role,
                                    said.accepted() ? "accepted" : "changes-requested",
                                    said.by(),
                                    said.at()));
        }
        all.sort(java.util.Comparator.comparing(Review::review));
        return all;
    }

    private static @Nullable Approval approval(Advisory advisory) {
        return advisory.approvedAt()
                .map(at -> new Approval(advisory.approvedBy(), at, advisory.deviates()))
                .orElse(null);
    }

    static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
