package org.hikeshi.notifier.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hikeshi.events.CampaignId;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.notifier.approved.ApprovedWords.Approved;
import org.hikeshi.notifier.approved.ApprovedWords.BeforePublication;
import org.hikeshi.notifier.approved.ApprovedWords.Text;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.LetterChecks;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C1 and C2: what customers must be told, and what they must not. */
class CustomerLettersTest {
    private static final Policy POLICY = PolicyFile.loadBundled("default").policy();
    private static final Affected THEIRS =
            new Affected(
                    "C-100",
                    List.of(
                            new Affected.Part(
                                    "p",
                                    "Example Gateway",
                                    "EG-100",
                                    List.of("2.3.0", "2.4.0"),
                                    12,
                                    "2.4.1",
                                    "ota"),
                            new Affected.Part(
                                    "q",
                                    "Example Meter",
                                    "EM-20",
                                    List.of(),
                                    3,
                                    null,
                                    "download")));
    private static final Approved APPROVED =
            new Approved(
                    "00",
                    "EX-SA-2026-7K3M",
                    "https://security.example.com/advisories/EX-SA-2026-7K3M",
                    Map.of(
                            "ja", new Text("題名です", "概要です", "更新してください", "直しました", "回避してください", ""),
                            "en",
                                    new Text(
                                            "The title",
                                            "The summary",
                                            "The steps",
                                            "The remedy",
                                            "The workaround",
                                            "")),
                    "critical",
                    List.of("CVE-2026-0001"),
                    List.of("A. Finder"));

    static Stream<List<Language>> everyLanguage() {
        return LetterChecks.everyLanguage().stream();
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void publicationTellsThemAboutTheirsAndOnlyWhatWasApproved(List<Language> languages) {
        Letter letter =
                CustomerLetters.published(
                        LetterChecks.STATIONERY, THEIRS, APPROVED, POLICY, languages);

        LetterChecks.sound(letter);
        assertThat(letter.text())
                .contains("Example Gateway EG-100: 2.3.0", "2.4.0", "12", "2.4.1")
                .contains("Example Meter EM-20", "/downloads/EM-20", "CVE-2026-0001")
                .contains("https://security.example.com/advisories/EX-SA-2026-7K3M")
                .contains("security@example.com")
                .doesNotContain("C-100", "C-200");
        if (languages.contains(Language.JA)) {
            assertThat(letter.text())
                    .contains("題名です", "概要です", "更新してください", "回避してください", "深刻度: 緊急 (Critical)");
        }
        if (languages.contains(Language.EN)) {
            assertThat(letter.text())
                    .contains("The title", "The summary", "The steps", "The workaround")
                    .contains("Severity: Critical");
        }
        assertThat(letter.subject()).contains("EX-SA-2026-7K3M", "Example Gateway");
    }

    /** By the channel of the case's distribution, and nothing to do for what is done. */
    @ParameterizedTest
    @MethodSource("everyLanguage")
    void whoeverIsUpdatedHasNothingLeftToDo(List<Language> languages) {
        ProductId product = new ProductId(UUID.randomUUID());
        var part =
                new Affected.Part(
                        product.toString(), "Gateway", "EG", List.of("2.4.1"), 2, "2.4.1", null);
        var begun =
                new OtaStarted(
                        new CaseId(UUID.randomUUID()),
                        RemediationId.random(),
                        CampaignId.random(),
                        DistributionChannel.OTA,
                        List.of(product),
                        Instant.EPOCH);
        Affected theirs = new Affected("C-1", List.of(part)).over(List.of(begun));
        Affected notYet = new Affected("C-1", List.of(part));

        String text = published(theirs, languages);
        if (languages.contains(Language.JA)) {
            assertThat(text).contains("更新の作業は必要ありません", "自動で更新されます");
            assertThat(published(THEIRS, languages)).doesNotContain("更新の作業は必要ありません");
        }
        if (languages.contains(Language.EN)) {
            assertThat(text).contains("no update is left to install", "installed automatically");
        }
        assertThat(text).doesNotContain("/downloads/");
        assertThat(published(notYet, languages)).contains("/downloads/EG");
    }

    private static String published(Affected theirs, List<Language> languages) {
        Letter letter =
                CustomerLetters.published(
                        LetterChecks.STATIONERY, theirs, APPROVED, POLICY, languages);
        LetterChecks.sound(letter);
        return letter.text();
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void beforePublicationThereIsProductVersionUrgencyAndHowAndNothingElse(
            List<Language> languages) {
        Letter letter = update(languages, BeforePublication.NONE);

        LetterChecks.sound(letter);
        assertThat(letter.text()).contains("Example Gateway EG-100", "2.4.1", "/downloads/EM-20");
        assertThat(letter.subject()).startsWith("[U-").doesNotContain("[R-");
        assertThat(letter.subject() + letter.text())
                .doesNotContain("CVE", "CVSS", "9.8", "2.3.0", "credit", "謝辞", "脆弱性")
                .doesNotContainIgnoringCase("vulnerab")
                .doesNotContainIgnoringCase("critical")
                .doesNotContainIgnoringCase("advisor");
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void aTextApprovedForBeforeIsSaidInItsLanguage(List<Language> languages) {
        String text =
                update(
                                languages,
                                new BeforePublication(
                                        "00", Map.of("ja", "承認済みです。", "en", "Approved for now.")))
                        .text();

        assertThat(text.contains("承認済みです。")).isEqualTo(languages.contains(Language.JA));
        assertThat(text.contains("Approved for now.")).isEqualTo(languages.contains(Language.EN));
    }

    private static Letter update(List<Language> languages, BeforePublication approved) {
        UUID cause = UUID.randomUUID();
        var owing =
                new Owing(
                        ObligationId.random(),
                        cause,
                        cause,
                        Occasion.EVENT,
                        cause,
                        "house",
                        Template.CRITICAL_UPDATE,
                        CaseId.random(),
                        new Recipient.Customer("C-100"),
                        TrackingCode.generate(new java.security.SecureRandom()),
                        new PolicyVersion("1.0"),
                        org.hikeshi.events.Language.BOTH,
                        Instant.EPOCH,
                        THEIRS.written());
        return CustomerLetters.update(
                LetterChecks.STATIONERY,
                owing,
                Affected.of(owing.detail()),
                approved,
                POLICY,
                languages);
    }
}
