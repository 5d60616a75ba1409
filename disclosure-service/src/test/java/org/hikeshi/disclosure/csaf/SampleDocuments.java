package org.hikeshi.disclosure.csaf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryKind;
import org.hikeshi.disclosure.advisory.Contents;
import org.hikeshi.disclosure.publication.PublishedText;

/** Published texts of all shapes, by name. */
final class SampleDocuments {
    static final Publisher PUBLISHER =
            new Publisher(
                    "ja",
                    "en",
                    "例示電機",
                    "https://www.example.com",
                    "security@example.com",
                    "https://security.example.com",
                    "1.0");

    private SampleDocuments() {}

    static Map<String, PublishedText> all() {
        AdvisoryContent whole = Contents.complete();
        Map<String, PublishedText> samples = new TreeMap<>();
        samples.put("advisory", text("EX-SA-2026-7K3M", whole, false, false));
        samples.put("revised", text("EX-SA-2026-7K3N", whole, true, false));
        samples.put("withdrawn", text("EX-SA-2026-7K3P", whole, true, true));
        samples.put("bare", text("EX-SA-2026-7K3Q", bare(whole), false, false));
        samples.put("notice", text("EX-SN-2026-7K3R", notice(whole), false, false));
        return samples;
    }

    private static PublishedText text(
            String id, AdvisoryContent content, boolean revised, boolean withdrawn) {
        Instant first = Instant.parse("2026-12-01T02:00:00Z");
        Map<String, String> note = Map.of("ja", "誤りを改めました。", "en", "Corrected.");
        List<PublishedText.Revision> history =
                revised
                        ? List.of(
                                new PublishedText.Revision(1, first, Map.of(), false),
                                new PublishedText.Revision(
                                        2, first.plusSeconds(3600), note, withdrawn))
                        : List.of(new PublishedText.Revision(1, first, Map.of(), false));
        return new PublishedText(id, content, "0".repeat(64), history);
    }

    /** Without CVE, CVSS, fix, credit. */
    private static AdvisoryContent bare(AdvisoryContent whole) {
        var only = whole.affected().getFirst();
        return new AdvisoryContent(
                AdvisoryKind.SA,
                whole.texts(),
                List.of(
                        new org.hikeshi.disclosure.advisory.AffectedProduct(
                                "", only.product(), "", "", "", only.standing())),
                List.of(
                        new org.hikeshi.disclosure.advisory.PublishedVulnerability(
                                "", "", "", org.hikeshi.policy.Severity.LOW)),
                Map.of(),
                whole.workaround(),
                List.of(),
                whole.contact(),
                Map.of(),
                Map.of());
    }

    private static AdvisoryContent notice(AdvisoryContent whole) {
        return new AdvisoryContent(
                AdvisoryKind.SN,
                whole.texts(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                whole.contact(),
                whole.disclaimer(),
                Map.of());
    }
}
