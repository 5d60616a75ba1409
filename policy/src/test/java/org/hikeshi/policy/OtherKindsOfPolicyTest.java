package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import org.hikeshi.policy.PublicPolicy.Section;
import org.junit.jupiter.api.Test;

/**
 * Policies that promise other things than the examples: only what each says is shown or promised.
 */
class OtherKindsOfPolicyTest {
    private static final Instant NOW = Instant.parse("2026-12-03T03:00:00Z");

    private static final String COMMON =
            """
            version: "1"
            created: 2026-01-01
            effective: 2026-01-01
            owner: {en: Security}
            languages: [en]
            organisation: {name: {en: Example}, desk: {en: Example security desk}}
            contacts: [{audience: reporters, page: /report}]
            calendar: {country: none, zone: Europe/London}
            review: {clause: H1, draftedBy: security-office, approvedBy: ciso, standing: house}
            rhythm: {clause: H2, everyDays: 30, kind: target, standing: house}
            records: {clause: H3, keep: 1 year, standing: house}
            """;

    /** Definitions instead of scores, individual timelines, safe harbour, a support period. */
    private static final String BY_DEFINITION =
            COMMON
                    + """
                    scope: {statement: {en: Our devices.}, products: [{en: Gateways}, {en: Meters}]}
                    severity:
                      definitions:
                        critical: {en: Takeover from afar}
                        high: {en: Bypass of sign-in}
                        medium: {en: Special conditions}
                        low: {en: "Small, next scheduled update"}
                    clocks:
                      timeline: {clause: "6", kind: commitment, starts: validated, within: individual}
                    disclosure: {clause: "3", precondition: remediated}
                    support: {clause: "8", period: 1 year, from: shipment}
                    texts: {safeHarbour: {en: No legal action.}}
                    """;

    /** No severity, no numbers: house rules; a request for silence and a disclaimer. */
    private static final String WITHOUT_NUMBERS =
            COMMON
                    + """
                    scope: {statement: {en: Our software.}}
                    severity:
                      standing: house
                      cvss:
                        version: "3.1"
                        bands:
                          critical: {from: 9.0, to: 10.0}
                          high: {from: 7.0, to: 8.9}
                          medium: {from: 4.0, to: 6.9}
                          low: {from: 0.1, to: 3.9}
                    clocks:
                      confirmation: {clause: H4, kind: target, starts: received, within: 2 business days, standing: house}
                    disclosure: {clause: Z4, precondition: remedy-obtainable}
                    gates: [{gate: channel, guards: [fix], by: qa, clause: H5, standing: house}]
                    texts: {silence: {en: Please keep it secret.}, disclaimer: {en: No warranty.}}
                    """;

    private static Policy read(String text) throws PolicyProblems {
        return PolicyFile.load("my.yaml", text.getBytes(StandardCharsets.UTF_8)).policy();
    }

    @Test
    void severity_by_definition_with_individual_timelines() throws Exception {
        Policy policy = read(BY_DEFINITION);
        PublicPolicy text = policy.publicText(Language.EN);
        assertThat(text.sections())
                .extracting(Section::id)
                .containsExactly(
                        "scope",
                        "contacts",
                        "promises",
                        "severity",
                        "disclosure",
                        "support",
                        "safe-harbour");
        assertThat(text.toString())
                .contains(
                        "Takeover from afar",
                        "set for each case and told to the reporter",
                        "Gateways")
                .doesNotContain("CVSS", "9.0");
        assertThat(Promises.atReceipt(policy, NOW, Set.of(Language.EN))).isEmpty();
        assertThat(Gaps.of(policy))
                .extracting(Gap::standard)
                .contains("JC-STAR S1.1-05", "UK PSTI");
    }

    @Test
    void a_policy_without_numbers_shows_none_and_promises_none() throws Exception {
        Policy policy = read(WITHOUT_NUMBERS);
        PublicPolicy text = policy.publicText(Language.EN);
        assertThat(text.sections())
                .extracting(Section::id)
                .containsExactly("scope", "contacts", "disclosure", "silence", "disclaimer");
        assertThat(text.toString()).doesNotContain("business day", "CVSS", "legal action", "H4");
        assertThat(Promises.atReceipt(policy, NOW, Set.of(Language.EN))).isEmpty();
    }

    @Test
    void a_policy_may_have_no_clock_at_all() throws Exception {
        String text = WITHOUT_NUMBERS.replaceAll("clocks:\n.*\n", "");
        assertThat(read(text).clocks()).isEmpty();
    }

    @Test
    void public_numbers_begin_as_the_file_says_else_with_the_name() throws Exception {
        assertThat(read(WITHOUT_NUMBERS).organisation().numberPrefix()).hasToString("EX");
        String said = WITHOUT_NUMBERS.replace("organisation: {", "organisation: {prefix: ACME, ");
        assertThat(read(said).organisation().numberPrefix()).hasToString("ACME");
        String unnamed = WITHOUT_NUMBERS.replace("name: {en: Example}", "name: {en: 例}");
        assertThat(read(unnamed).organisation().numberPrefix()).hasToString("PS");
    }
}
