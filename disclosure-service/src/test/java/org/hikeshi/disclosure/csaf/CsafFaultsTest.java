package org.hikeshi.disclosure.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AffectedProduct;
import org.hikeshi.disclosure.advisory.Contents;
import org.hikeshi.disclosure.advisory.ProductStanding;
import org.hikeshi.disclosure.advisory.PublishedVulnerability;
import org.hikeshi.disclosure.publication.PublishedText;
import org.hikeshi.policy.Severity;
import org.hikeshi.web.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a document may not hold is named by its field while the text is a draft. */
class CsafFaultsTest {
    private static final AdvisoryContent GOOD = Contents.complete();

    static Stream<Arguments> texts() {
        PublishedVulnerability known = GOOD.vulnerabilities().getFirst();
        PublishedVulnerability other =
                new PublishedVulnerability("CVE-2026-00002", "", "", Severity.LOW);
        return Stream.of(
                Arguments.of("sound", GOOD, "", "", ""),
                Arguments.of("two CVEs", vulnerable(known, other), "", "", ""),
                Arguments.of(
                        "one CVE twice",
                        vulnerable(known, known),
                        "/vulnerabilities/1/cve",
                        "cve-twice",
                        "6.1.23"),
                Arguments.of(
                        "a range as fixed version",
                        affected(row("EG-300", "<3", "later", ProductStanding.AFFECTED)),
                        "/affected/2/fixed",
                        "version-range",
                        "6.1.31"),
                Arguments.of(
                        "a product the catalogue has not told of",
                        affected(row("", "<3", "", ProductStanding.AFFECTED)),
                        "/affected/2/product",
                        "product-needed",
                        "schema"),
                Arguments.of(
                        "affected and not",
                        affected(row("EG-100", "< 2.4.1", "", ProductStanding.NOT_AFFECTED)),
                        "/affected/2/versions",
                        "row-twice",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void theFieldIsNamedAndTheDocumentWouldHaveBroken(
            String name, AdvisoryContent text, String pointer, String code, String rule) {
        List<FieldError> faults = CsafFaults.of(text);
        if (code.isEmpty()) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).containsExactly(FieldError.at(pointer, code));
        }
        List<String> broken = CsafProvider.broken(published(text), SampleDocuments.PUBLISHER);
        assertThat(broken).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    private static PublishedText published(AdvisoryContent text) {
        var first =
                new PublishedText.Revision(
                        1, Instant.parse("2026-12-01T02:00:00Z"), Map.of(), false);
        return new PublishedText("EX-SA-2026-7K3M", text, "0".repeat(64), List.of(first));
    }

    private static AffectedProduct row(
            String product, String versions, String fixed, ProductStanding standing) {
        return new AffectedProduct("", product, "", versions, fixed, standing);
    }

    private static AdvisoryContent affected(AffectedProduct more) {
        List<AffectedProduct> rows = new ArrayList<>(GOOD.affected());
        rows.add(more);
        return with(rows, GOOD.vulnerabilities());
    }

    private static AdvisoryContent vulnerable(PublishedVulnerability... all) {
        return with(GOOD.affected(), List.of(all));
    }

    private static AdvisoryContent with(
            List<AffectedProduct> rows, List<PublishedVulnerability> vulnerabilities) {
        return new AdvisoryContent(
                GOOD.kind(),
                GOOD.texts(),
                rows,
                vulnerabilities,
                GOOD.remedy(),
                GOOD.workaround(),
                GOOD.credits(),
                GOOD.contact(),
                GOOD.disclaimer(),
                GOOD.changeNote());
    }
}
