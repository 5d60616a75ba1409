package org.hikeshi.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.hikeshi.events.Finding;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.Severity;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.web.FieldError;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";

    private static Judging.Outcome judged(String body) throws JsonProcessingException {
        return Judging.of(JSON.readValue(body, Assessment.class), CaseStory.POLICY);
    }

    @Test
    void theStrictestVulnerabilityGivesTheSeverityOfTheCase() throws Exception {
        Judgement judgement =
                judged(
                                """
                                {"vulnerabilities": [
                                  {"cvss31": "%s"},
                                  {"severity": "low", "justification": "Needs the casing open."}]}
                                """
                                        .formatted(HIGH))
                        .judgement();

        assertThat(judgement.severity()).isEqualTo(Severity.HIGH);
        assertThat(judgement.urgency().level()).isEqualTo(PriorityLevel.P2);
        assertThat(judgement.finding()).isEqualTo(Finding.VALID);
    }

    @Test
    void factorsTightenAndAreNamed() throws Exception {
        Judgement judgement =
                judged(
                                """
                                {"factors": ["wormable"], "vulnerabilities": [{"cvss31": "%s"}]}
                                """
                                        .formatted(HIGH))
                        .judgement();

        assertThat(judgement.urgency().level()).isEqualTo(PriorityLevel.P1);
        assertThat(judgement.urgency().reasons())
                .containsExactly("severity-high", "factor-wormable");
    }

    @Test
    void nothingLeftIsNoVulnerability() throws Exception {
        assertThat(judged("{}").judgement().finding()).isEqualTo(Finding.NOT_VALID);
    }

    @Test
    void faultsAreNamedWhereTheyStand() throws Exception {
        assertThat(
                        judged(
                                        """
                                        {"attackVector": "radio", "factors": ["moon-phase"],
                                         "vulnerabilities": [
                                          {"cvss31": "%s/AV:N"},
                                          {"severity": "low"},
                                          {"cvss31": "%s", "severity": "low"},
                                          {"severity": "low", "justification": "x", "cwe": "79",
                                           "affected": [{"versions": "<1"}, {"productId": "y"}]}]}
                                        """
                                                .formatted(HIGH, HIGH))
                                .faults())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("/attackVector", "unknown-word"),
                        org.assertj.core.groups.Tuple.tuple("/factors/0", "factor-not-in-policy"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/0/cvss31", "cvss-doubled"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/1/justification", "justification-needed"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/2/severity", "severity-differs-from-score"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/3/cwe", "cwe-unreadable"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/3/affected/0/productId", "product-needed"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/3/affected/1/productId", "id-unreadable"));
    }

    @Test
    void theWordsThatWouldHaveBeenTakenAreTold() throws Exception {
        assertThat(
                        judged(
                                        """
                                        {"attackVector": "radio", "scope": "toaster",
                                         "vulnerabilities": [
                                          {"severity": "LOW", "justification": "x"}]}
                                        """)
                                .faults())
                .extracting(FieldError::pointer, fault -> String.join(" ", fault.accepted()))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "/attackVector", "network adjacent local physical"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/scope",
                                "firmware device-os companion-app cloud update-package document"
                                        + " sold-or-maintained out-of-scope"),
                        org.assertj.core.groups.Tuple.tuple(
                                "/vulnerabilities/0/severity", "critical high medium low none"));
    }
}
