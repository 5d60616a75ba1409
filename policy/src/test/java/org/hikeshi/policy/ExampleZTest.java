package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import org.hikeshi.policy.PublicPolicy.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The example psirt-notices, fact by fact. */
class ExampleZTest {
    private static final Instant NOW = Instant.parse("2026-12-03T03:00:00Z");
    private static final Policy Z = PolicyFile.loadBundled("psirt-notices").policy();

    @Test
    void every_number_is_a_house_rule_and_promised_to_nobody() {
        assertThat(Z.clocks().values())
                .isNotEmpty()
                .allMatch(rule -> rule.standing() == Standing.HOUSE);
        assertThat(Z.severity().standing()).isEqualTo(Standing.HOUSE);
        assertThat(Z.severity().cvss()).isPresent();
        assertThat(Z.rhythm().standing()).isEqualTo(Standing.HOUSE);
        assertThat(Z.records().standing()).isEqualTo(Standing.HOUSE);
        assertThat(Promises.atReceipt(Z, NOW, EnumSet.allOf(Language.class))).isEmpty();
    }

    @Test
    void the_desk_still_has_its_times() {
        assertThat(Z.clock(ClockName.CONFIRMATION).orElseThrow().unscored().within())
                .isEqualTo(Term.parse("1 business day"));
        assertThat(Z.clock(ClockName.FIX).orElseThrow().deadline(Severity.CRITICAL).within())
                .isEqualTo(Term.parse("30 days"));
        assertThat(Z.clock(ClockName.FEEDBACK_REVIEW).orElseThrow().clause().id())
                .isEqualTo("Z2.5");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClockName.class,
            names = {"MITIGATION", "TIMELINE", "PUBLICATION", "DISTRIBUTION_NOTICE", "AUDIT"})
    void what_the_policy_does_not_ask_for_has_no_clock(ClockName name) {
        assertThat(Z.clock(name)).isEmpty();
    }

    @Test
    void nothing_is_sent_over_the_air() {
        assertThat(Z.tellings())
                .extracting(Telling::when)
                .doesNotContain(Fact.OTA_STARTED, Fact.OTA_DISTRIBUTED, Fact.PATCH_READY);
        assertThat(Z.publicText(Language.EN).toString()).doesNotContain("over the air", "OTA");
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_RECEIVED, REPORTERS, R1, Z2.1",
        "DISCLOSED, REPORTERS, R12, Z-secret",
        "DISCLOSED, CUSTOMERS, C1, Z-SA",
        "DISCLOSED, PARTNERS, C1, Z-SA",
        "NOTICE_PUBLISHED, CUSTOMERS, C4, Z-SN",
        "CASE_CLOSED, REPORTERS, R14, Z2.5",
    })
    void who_is_told_by_which_clause(Fact when, Audience tell, MailName mail, String clause) {
        assertThat(Z.tellings())
                .filteredOn(t -> t.when() == when && t.tell() == tell)
                .singleElement()
                .satisfies(t -> assertThat(t.mail()).isEqualTo(mail))
                .satisfies(t -> assertThat(t.clause()).contains(clause));
    }

    @Test
    void a_request_for_silence_and_a_disclaimer_and_no_other_words() {
        OwnTexts texts = Z.ownTexts();
        assertThat(texts.silence().orElseThrow().get(Language.JA)).contains("お願い");
        assertThat(texts.silence().orElseThrow().get(Language.EN)).startsWith("We ask");
        assertThat(texts.disclaimer().orElseThrow().get(Language.EN)).contains("warranty");
        assertThat(texts.safeHarbour()).isEmpty();
        assertThat(texts.privacy()).isEmpty();
    }

    @Test
    void an_advisory_needs_a_verified_remedy_that_can_be_had() {
        assertThat(Z.disclosure().precondition()).isEqualTo(Precondition.REMEDY_OBTAINABLE);
        assertThat(Z.gates())
                .filteredOn(gate -> gate.standing() == Standing.PUBLISHED)
                .extracting(Gate::gate)
                .containsExactly(GateName.QA_REGRESSION);
        assertThat(Z.support()).isEmpty();
        assertThat(Z.escalation()).isEmpty();
        assertThat(Z.priority()).isEmpty();
    }

    @Test
    void reports_come_by_mail_and_pgp_is_recommended_never_required() {
        assertThat(Z.contacts())
                .singleElement()
                .satisfies(contact -> assertThat(contact.mail()).isPresent());
        assertThat(Z.publicText(Language.EN).toString())
                .contains(
                        "strongly recommend", "you do not have to", "/.well-known/openpgp-key.asc");
    }

    @Test
    void the_public_page_shows_what_the_policy_says_and_no_more() {
        for (Language language : Language.values()) {
            PublicPolicy page = Z.publicText(language);
            assertThat(page.sections())
                    .extracting(Section::id)
                    .contains("scope", "contacts", "disclosure", "silence", "disclaimer")
                    .doesNotContain(
                            "promises",
                            "severity",
                            "support",
                            "safe-harbour",
                            "privacy",
                            "records",
                            "review");
            assertThat(page.toString()).doesNotContain("CVSS", "business day", "営業日", "H-");
        }
        assertThat(Gaps.of(Z))
                .extracting(Gap::standard)
                .contains("ETSI EN 303 645 5.2-1", "UK PSTI");
    }
}
