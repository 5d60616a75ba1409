package org.hikeshi.system.journey;

import static org.hikeshi.system.journey.Promise.after;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Critical vulnerability under a policy like E, step by step. The reporter reads Japanese, the
 * house both languages, one customer each of them.
 */
public final class PromisesOfE {
    /** Between the approval of the text and the date of its publication. */
    public static final int CONVERSATION = 13;

    private static final String FINDER = "finder@example.com";
    private static final String BOTH = "ja, en";
    private static final StaffSubjects TO_STAFF = StaffSubjects.JAPANESE_FIRST;
    private static final String OFFICE = "security-office";

    private PromisesOfE() {}

    /** In the order of the story. */
    public static Promises all() {
        return new Promises(steps());
    }

    private static List<Promise> steps() {
        return Stream.of(arriving(), mending(), distributing(), publishing())
                .flatMap(List::stream)
                .toList();
    }

    /** The same, and at {@link #CONVERSATION} both sides write to each other. */
    public static Promises withConversation() {
        List<Promise> steps = new ArrayList<>(steps());
        steps.add(
                CONVERSATION,
                after("reporter and desk write to each other")
                        .says("reporter-replied", "reporter-asked")
                        .mail("S6", "A4", office(), BOTH, TO_STAFF.replied("message"))
                        .reporter("R3", "A4", FINDER, "ja", "窓口からのメッセージ")
                        .asks("answer-reporter: security-office")
                        .answers("answer-reporter: security-office"));
        return new Promises(steps);
    }

    private static List<Promise> arriving() {
        return List.of(
                after("the catalogue is filled"),
                after("a report")
                        .says("report-received")
                        .reporter("R1", "E3.2-ack", FINDER, "ja", "受付のお知らせ")
                        .mail("S1", "E2", office(), BOTH, "新しい報告 / New report")
                        .asks("confirm-report: security-office")
                        .reaches("received"),
                after("a person read it")
                        .says("case-confirmed", "team-changed", "team-changed")
                        .reporter("R2", "E3.2-confirm", FINDER, "ja", "担当者の確認のお知らせ")
                        .mail("S2", "E2-duties", team(), BOTH, TO_STAFF.assigned("team"))
                        .mail("S2 assess", "E2-duties", other(), BOTH, TO_STAFF.assigned("assess"))
                        .answers("confirm-report: security-office")
                        .asks("assess: security-office")
                        .reaches("confirmed"),
                after("it is scored Critical")
                        .says("scored", "escalated")
                        .dates("mitigation", "fix")
                        .reporter("R4", "E3.2-cvss", FINDER, "ja", "調査結果のお知らせ")
                        .mail(
                                "S3",
                                "E5.2-esc",
                                to("ciso"),
                                BOTH,
                                "即時報告: 判断のお願い / Escalation: your decision is asked")
                        .mail("S2 plan", "E2-plan", other(), BOTH, TO_STAFF.assigned("plan"))
                        .mail(
                                "S2 draft-advisory",
                                "E5.2-text",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("draft-advisory"))
                        .answers("assess: security-office")
                        .asks(
                                "escalation-decision: ciso",
                                "plan: security-office",
                                "draft-advisory: security-office")
                        .reaches("scored"),
                after("the CISO has heard").says("escalation-decided"));
    }

    private static List<Promise> mending() {
        return List.of(
                after("the fix is handed in")
                        .mail(
                                "S7 approve-text",
                                "A7.4",
                                to("ciso"),
                                BOTH,
                                TO_STAFF.review("approve-text"))
                        .mail(
                                "S8 review-security",
                                "E3.3",
                                to("developer-2"),
                                BOTH,
                                TO_STAFF.gate("review-security"))
                        .mail("S8 review-qa", "E3.3", to("qa"), BOTH, TO_STAFF.gate("review-qa"))
                        .asks("approve-text: ciso", "review-security: developer", "review-qa: qa")
                        .answers("approve-text: ciso"),
                after("security review and regression passed")
                        .answers("review-security: developer", "review-qa: qa")
                        .mail(
                                "S8 sign-firmware",
                                "E5.5-sig",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("sign-firmware"))
                        .asks("sign-firmware: it-operations"),
                after("signed, and QA verified it")
                        .answers("sign-firmware: it-operations")
                        .mail(
                                "S8 gate-signature",
                                "E3.3",
                                to("qa"),
                                BOTH,
                                TO_STAFF.gate("gate-signature"))
                        .asks("gate-signature: qa")
                        .answers("gate-signature: qa")
                        .mail(
                                "S8 gate-channel",
                                "E3.3",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("gate-channel"))
                        .asks("gate-channel: it-operations"),
                after("all gates passed, obtainable")
                        .says("remedy-verified", "patch-ready")
                        .answers("gate-channel: it-operations", "plan: security-office")
                        .mail(
                                "S2 release-remedy",
                                "E3.3",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("release-remedy"))
                        .asks("release-remedy: security-office")
                        .answers("release-remedy: security-office")
                        .reaches("mitigated", "patch-ready")
                        .publishes(
                                "/downloads/MODEL",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.bin",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.bin.sha256",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.bin.sig",
                                "/downloads/MODEL/2.4.1/manifest.json",
                                "/downloads/MODEL/2.4.1/manifest.json.sig"));
    }

    private static List<Promise> distributing() {
        return List.of(
                after("the rollout begins")
                        .says("ota-started")
                        .reporter("R9", "house", FINDER, "ja", "配布開始のお知らせ")
                        .mail(
                                "S2 start-campaign",
                                "E3.3",
                                other(),
                                BOTH,
                                TO_STAFF.assigned("start-campaign"))
                        .asks("start-campaign: security-office")
                        .answers("start-campaign: security-office")
                        .reaches("distributing"),
                after("every device has it")
                        .says("ota-distributed")
                        .reporter("R10", "house", FINDER, "ja", "配布完了のお知らせ")
                        .reaches("distributed"));
    }

    private static List<Promise> publishing() {
        return List.of(
                after("the advisory is drafted")
                        .answers("draft-advisory: security-office")
                        .mail(
                                "S7 technical",
                                "E5.2-text",
                                to("developer", "developer-2"),
                                BOTH,
                                TO_STAFF.review("review-technical"))
                        .mail(
                                "S7 QA",
                                "E5.2-text",
                                to("qa"),
                                BOTH,
                                TO_STAFF.review("review-advisory-qa"))
                        .mail(
                                "S7 legal",
                                "E5.2-text",
                                to("legal"),
                                BOTH,
                                TO_STAFF.review("review-legal"))
                        .asks(
                                "review-technical: developer",
                                "review-advisory-qa: qa",
                                "review-legal: legal"),
                after("reviewed and approved")
                        .says("advisory-approved")
                        .answers(
                                "review-technical: developer",
                                "review-advisory-qa: qa",
                                "review-legal: legal")
                        .mail(
                                "S7 approval",
                                "E5.2-text",
                                to("ciso"),
                                BOTH,
                                TO_STAFF.review("approve-advisory"))
                        .asks("approve-advisory: ciso")
                        .answers("approve-advisory: ciso"),
                after("the date is agreed")
                        .says(
                                "disclosure-date-proposed",
                                "disclosure-date-answered",
                                "disclosure-planned")
                        .reporter("R11", "E3.4", FINDER, "ja", "公表日時のお知らせ")
                        .reporter("R11", "E3.4", FINDER, "ja", "公表日時のお知らせ")
                        .mail("S6", "E3.4", office(), BOTH, TO_STAFF.replied("date")),
                after("the date comes near, and it is published")
                        .says("clock-at-risk agreed-date", "disclosed", "customers-told")
                        .mail(
                                "S5",
                                "E5.1-pub",
                                to(OFFICE, "security-office-2", "communications"),
                                BOTH,
                                TO_STAFF.atRisk("agreed-date"))
                        .reporter("R12", "E3.4", FINDER, "ja", "公表のお知らせ")
                        .mail("C1", "E5.3", to("cust-1"), "ja", "Edge gateway MODEL のセキュリティ情報")
                        .mail(
                                "C1",
                                "E5.3",
                                to("cust-2"),
                                "en",
                                "Security information for Edge gateway MODEL")
                        .mail(
                                "S2 close-case",
                                "E6.1",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("close-case"))
                        .asks("close-case: security-office")
                        .reaches("disclosed")
                        .publishes(
                                "/advisories/SA",
                                "/advisories/SA.en",
                                "/advisories/SA.ja",
                                "/advisories/SA.txt",
                                "/.well-known/csaf/YEAR/sa.json",
                                "/.well-known/csaf/YEAR/sa.json.asc",
                                "/.well-known/csaf/YEAR/sa.json.sha256",
                                "/.well-known/csaf/YEAR/sa.json.sha512"),
                after("checked and closed")
                        .says("fix-checked", "case-closed")
                        .mail("S6", "E6.3", office(), BOTH, TO_STAFF.replied("check"))
                        .reporter("R14", "E6.3", FINDER, "ja", "対応完了のお知らせ")
                        .answers("close-case: security-office")
                        .voids("escalation-decision: ciso")
                        .reaches("closed"));
    }

    private static Stream<String> to(String... people) {
        return Stream.of(people).map(person -> person + "@example.com");
    }

    private static Stream<String> office() {
        return to(OFFICE, "security-office-2");
    }

    /** The one who did not act: nobody gets a mail for what they did themselves. */
    private static Stream<String> other() {
        return to("security-office-2");
    }

    private static Stream<String> team() {
        return to(
                "communications",
                "developer",
                "developer-2",
                "it-operations",
                "legal",
                "qa",
                "security-office-2");
    }
}
