package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example cvss-sla, fact by fact. */
class ExampleETest {
    private static final Policy E = PolicyFile.loadBundled("cvss-sla").policy();

    @ParameterizedTest
    @CsvSource({
        "FIRST_ACTION, 1 business day, 2 business days, 5 business days, 10 business days",
        "MITIGATION, 7 days, 14 days, 30 days, 90 days",
        "FIX, 30 days, 45 days, 90 days, next planned release",
        "PUBLICATION, 48 hours, 5 business days, next periodic release notes, release notes of the fix",
        "RECEIPT_MAIL, same business day, same business day, same business day, same business day",
        "CONFIRMATION, 1 business day, 1 business day, 1 business day, 1 business day",
        "CUSTOMER_NOTICE, same business day, same business day, same business day, same business day",
        "AUDIT, 12 months, 12 months, 12 months, 12 months",
    })
    void clocks(ClockName name, String critical, String high, String medium, String low) {
        ClockRule rule = E.clock(name).orElseThrow();
        assertThat(rule.deadline(Severity.CRITICAL).within()).isEqualTo(Term.parse(critical));
        assertThat(rule.deadline(Severity.HIGH).within()).isEqualTo(Term.parse(high));
        assertThat(rule.deadline(Severity.MEDIUM).within()).isEqualTo(Term.parse(medium));
        assertThat(rule.deadline(Severity.LOW).within()).isEqualTo(Term.parse(low));
        assertThat(rule.unscored()).isEqualTo(rule.deadline(Severity.CRITICAL));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0, CRITICAL",
        "9.0, CRITICAL",
        "8.9, HIGH",
        "7.0, HIGH",
        "6.9, MEDIUM",
        "4.0, MEDIUM",
        "3.9, LOW",
        "0.1, LOW",
        "0.0,"
    })
    void bands(BigDecimal score, Severity severity) {
        assertThat(E.severity().cvss().orElseThrow().severityOf(score))
                .isEqualTo(Optional.ofNullable(severity));
    }

    @Test
    void the_service_levels_of_5_1_are_targets_and_those_of_3_2_commitments() {
        assertThat(E.clock(ClockName.FIX).orElseThrow().kind()).isEqualTo(Kind.TARGET);
        assertThat(E.clock(ClockName.CONFIRMATION).orElseThrow().kind()).isEqualTo(Kind.COMMITMENT);
    }

    @Test
    void publication_of_a_critical_one_warns_after_24_hours() {
        Deadline critical =
                E.clock(ClockName.PUBLICATION).orElseThrow().deadline(Severity.CRITICAL);
        assertThat(critical.warn()).contains(Term.parse("24 hours"));
    }

    @Test
    void the_rest() {
        assertThat(E.calendar().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(E.calendar().closes()).isEqualTo(ClosingTime.MIDNIGHT);
        assertThat(E.records().keep()).isEqualTo(Term.parse("3 years"));
        assertThat(E.approvedBy()).isEqualTo(Role.CISO);
        assertThat(E.firstLanguage()).isEqualTo(Language.JA);
        assertThat(E.priority().orElseThrow().factors()).hasSize(6);
        assertThat(E.gates()).hasSize(4).noneMatch(Gate::waivable);
        assertThat(E.review().reviews()).containsOnlyKeys(Reviewing.values());
        assertThat(E.rhythm().standing()).isEqualTo(Standing.HOUSE);
        assertThat(E.ownTexts()).isEqualTo(OwnTexts.NONE);
        assertThat(E.roleName(Role.QA, Language.JA)).isEqualTo("品質保証部門");
        assertThat(E.roleName(Role.AUDITOR, Language.EN)).isEqualTo("audit");
    }

    @Test
    void only_clocks_that_may_pause_can() {
        assertThat(ClockName.values())
                .filteredOn(ClockName::pausable)
                .containsExactly(
                        ClockName.TIMELINE, ClockName.RESULT, ClockName.MITIGATION, ClockName.FIX);
    }
}
