package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hikeshi.policy.PublicPolicy.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The example individual-ota, fact by fact. */
class ExampleATest {
    private static final Instant NOW = Instant.parse("2026-12-03T03:00:00Z");
    private static final Policy A = PolicyFile.loadBundled("individual-ota").policy();

    @Test
    void severity_is_by_definition_and_low_names_its_scheduled_update() {
        assertThat(A.severity().cvss()).isEmpty();
        var definitions = A.severity().definitions().orElseThrow();
        assertThat(definitions).containsOnlyKeys(Severity.values());
        assertThat(definitions.getOrDefault(Severity.LOW, Map.of()).get(Language.EN))
                .contains("scheduled update");
        assertThat(A.firstLanguage()).isEqualTo(Language.EN);
    }

    @Test
    void the_timeline_of_a_case_is_its_own_and_setting_it_has_a_clock() {
        ClockRule timeline = A.clock(ClockName.TIMELINE).orElseThrow();
        assertThat(timeline.starts()).isEqualTo(Anchor.VALIDATED);
        assertThat(timeline.clause().id()).isEqualTo("A6-note");
        assertThat(timeline.deadline(Severity.LOW).within())
                .isEqualTo(Term.parse("5 business days"));
        assertThat(timeline.deadline(Severity.LOW).standing()).isEqualTo(Standing.HOUSE);
        ClockRule fix = A.clock(ClockName.FIX).orElseThrow();
        assertThat(fix.deadline(Severity.CRITICAL).within()).isEqualTo(new Term.Individual());
        assertThat(fix.deadline(Severity.CRITICAL).within().dueAfter(NOW, A.calendar())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ClockName.class,
            names = {"MITIGATION", "FIRST_ACTION", "PUBLICATION", "ESCALATION", "AUDIT"})
    void what_the_policy_does_not_ask_for_has_no_clock(ClockName name) {
        assertThat(A.clock(name)).isEmpty();
    }

    @Test
    void a_report_is_promised_no_number() {
        assertThat(Promises.atReceipt(A, NOW, EnumSet.allOf(Language.class))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_RECEIVED, REPORTERS, R1, A4.1",
        "SCORED, REPORTERS, R4, A4.2",
        "DEADLINE_SET, REPORTERS, R5, A6-note",
        "OTA_STARTED, REPORTERS, R9, A3.4",
        "OTA_DISTRIBUTED, REPORTERS, R10, A4.4",
        "PATCH_READY, ADMINISTRATORS, C2, A7.4",
    })
    void who_is_told_by_which_clause(Fact when, Audience tell, MailName mail, String clause) {
        assertThat(A.tellings())
                .filteredOn(t -> t.when() == when && t.tell() == tell)
                .singleElement()
                .satisfies(t -> assertThat(t.mail()).isEqualTo(mail))
                .satisfies(t -> assertThat(t.clause()).contains(clause))
                .satisfies(t -> assertThat(t.standing()).isEqualTo(Standing.PUBLISHED));
    }

    @Test
    void safe_harbour_and_privacy_and_no_other_words() {
        OwnTexts texts = A.ownTexts();
        assertThat(texts.safeHarbour().orElseThrow().get(Language.EN)).contains("legal action");
        assertThat(texts.privacy()).isPresent();
        assertThat(texts.silence()).isEmpty();
        assertThat(texts.disclaimer()).isEmpty();
    }

    @Test
    void support_runs_a_year_from_shipment_and_can_be_extended() {
        Support support = A.support().orElseThrow();
        assertThat(support.period()).isEqualTo(Term.parse("1 year"));
        assertThat(support.from()).isEqualTo(SupportStart.SHIPMENT);
        assertThat(support.extension().orElseThrow().get(Language.EN)).contains("paid");
        assertThat(A.clock(ClockName.END_OF_SUPPORT)).isPresent();
    }

    @Test
    void firmware_is_tested_signed_and_sent_over_encrypted_channels() {
        assertThat(A.gates())
                .extracting(Gate::gate, Gate::clause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(GateName.QA_REGRESSION, "A3.3"),
                        org.assertj.core.groups.Tuple.tuple(GateName.SIGNATURE, "A7.2"),
                        org.assertj.core.groups.Tuple.tuple(GateName.CHANNEL, "A7.3"));
        assertThat(A.disclosure().precondition()).isEqualTo(Precondition.REMEDIATED);
    }

    @Test
    void the_public_page_shows_what_the_policy_says_and_no_more() {
        for (Map.Entry<Language, String> never :
                Map.of(Language.EN, "business day", Language.JA, "営業日").entrySet()) {
            PublicPolicy page = A.publicText(never.getKey());
            assertThat(page.sections())
                    .extracting(Section::id)
                    .contains("promises", "severity", "support", "safe-harbour", "privacy")
                    .doesNotContain(
                            "silence", "disclaimer", "records", "review", "priority", "roles");
            assertThat(tables(page)).doesNotContain("CVSS", never.getValue(), "15", "H-");
        }
        assertThat(A.publicText(Language.EN).toString())
                .contains(
                        "set for each case and told to the reporter",
                        "over the air",
                        "configuration tool",
                        "when distribution begins and when it is complete",
                        "Customers in Japan");
        assertThat(Gaps.of(A)).extracting(Gap::standard).contains("UK PSTI");
        assertThat(Set.copyOf(A.sources())).isEmpty();
    }

    /* The sentence on how days are counted names business days wherever a table stands. */
    private static String tables(PublicPolicy page) {
        return page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(block -> block instanceof PublicPolicy.Table)
                .map(Object::toString)
                .toList()
                .toString();
    }
}
