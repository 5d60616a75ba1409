package org.hikeshi.system.journey;

import static org.hikeshi.system.journey.Promise.after;

import java.util.List;
import java.util.stream.Stream;

/**
 * A vulnerability under a policy like Z, step by step: nothing dated is promised to anybody, a
 * notice goes out while others talk, the remedy is downloaded and its spread declared, users are
 * told at publication. The reporter reads Japanese, the house both languages, one customer each of
 * them; a third is not concerned and hears nothing.
 */
public final class PromisesOfZ {
    private static final String FINDER = "finder@example.com";
    private static final String BOTH = "ja, en";
    private static final StaffSubjects TO_STAFF = StaffSubjects.JAPANESE_FIRST;

    private PromisesOfZ() {}

    /** In the order of the script. */
    public static Promises all() {
        return new Promises(
                Stream.of(arriving(), mending(), publishing()).flatMap(List::stream).toList(),
                "mitigated");
    }

    private static List<Promise> arriving() {
        return List.of(
                after("the catalogue is filled"),
                after("a report")
                        .says("report-received")
                        .reporter("R1", "Z2.1", FINDER, "ja", "受付のお知らせ")
                        .mail("S1", "Z1", office(), BOTH, "新しい報告 / New report")
                        .asks("confirm-report: security-office")
                        .reaches("received"),
                after("a person read it")
                        .says("case-confirmed", "team-changed", "team-changed")
                        .reporter("R2", "Z2.1", FINDER, "ja", "担当者の確認のお知らせ")
                        .mail("S2", "Z-conf", team(), BOTH, TO_STAFF.assigned("team"))
                        .mail(
                                "S2 assess",
                                "Z2.2",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("assess"))
                        .answers("confirm-report: security-office")
                        .asks("assess: security-office")
                        .reaches("confirmed"),
                after("it is assessed and planned")
                        .says("scored")
                        .dates("fix")
                        .reporter("R4", "Z2.2", FINDER, "ja", "調査結果のお知らせ")
                        .mail(
                                "S2 plan",
                                "Z2.3",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("plan"))
                        .mail(
                                "S2 draft-advisory",
                                "Z-SA",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("draft-advisory"))
                        .answers("assess: security-office")
                        .asks("plan: security-office", "draft-advisory: security-office")
                        .answers("plan: security-office")
                        .reaches("scored"),
                after("a notice while others talk")
                        .mail(
                                "S7",
                                "Z-SN",
                                to("developer"),
                                BOTH,
                                TO_STAFF.review("review-technical"))
                        .mail("S7", "Z-SN", to("legal"), BOTH, TO_STAFF.review("review-legal"))
                        .mail("S7", "Z-SN", to("ciso"), BOTH, TO_STAFF.review("approve-advisory"))
                        .asks(
                                "review-technical: developer",
                                "review-legal: legal",
                                "approve-advisory: ciso")
                        .answers(
                                "review-technical: developer",
                                "review-legal: legal",
                                "approve-advisory: ciso")
                        .says("advisory-approved", "disclosure-planned", "notice-published")
                        .says("clock-at-risk agreed-date")
                        .mail("S5", "Z2.4", office(), BOTH, TO_STAFF.atRisk("agreed-date"))
                        .mail(
                                "S5",
                                "Z2.4",
                                to("communications"),
                                BOTH,
                                TO_STAFF.atRisk("agreed-date"))
                        .reporter("R11", "Z2.4", FINDER, "ja", "公表日時のお知らせ")
                        .reporter("R12", "Z-SN", FINDER, "ja", "公表のお知らせ")
                        .publishes(
                                "/advisories/SN",
                                "/advisories/SN.en",
                                "/advisories/SN.ja",
                                "/advisories/SN.txt",
                                "/.well-known/csaf/YEAR/sn.json",
                                "/.well-known/csaf/YEAR/sn.json.asc",
                                "/.well-known/csaf/YEAR/sn.json.sha256",
                                "/.well-known/csaf/YEAR/sn.json.sha512"));
    }

    private static List<Promise> mending() {
        return List.of(
                after("the fix is handed in")
                        .mail(
                                "S7 approve-text",
                                "Z2.3",
                                to("ciso"),
                                BOTH,
                                TO_STAFF.review("approve-text"))
                        .mail("S8 review-qa", "Z-SA", to("qa"), BOTH, TO_STAFF.gate("review-qa"))
                        .asks("approve-text: ciso", "review-qa: qa")
                        .answers("approve-text: ciso"),
                after("the advisory is drafted, reviewed and approved")
                        .says("advisory-approved")
                        .answers("draft-advisory: security-office")
                        .mail(
                                "S7",
                                "Z-SA",
                                to("developer"),
                                BOTH,
                                TO_STAFF.review("review-technical"))
                        .mail("S7", "Z-SA", to("legal"), BOTH, TO_STAFF.review("review-legal"))
                        .mail("S7", "Z-SA", to("ciso"), BOTH, TO_STAFF.review("approve-advisory"))
                        .asks(
                                "review-technical: developer",
                                "review-legal: legal",
                                "approve-advisory: ciso")
                        .answers(
                                "review-technical: developer",
                                "review-legal: legal",
                                "approve-advisory: ciso"),
                after("verified, signed and to be had")
                        .says("remedy-verified", "patch-ready")
                        .mail(
                                "S8 sign-firmware",
                                "Z-SA",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("sign-firmware"))
                        .mail(
                                "S8 gate-signature",
                                "Z-SA",
                                to("qa"),
                                BOTH,
                                TO_STAFF.gate("gate-signature"))
                        .mail(
                                "S8 gate-channel",
                                "Z-SA",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("gate-channel"))
                        .mail(
                                "S2 release-remedy",
                                "Z-SA",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("release-remedy"))
                        .asks(
                                "sign-firmware: it-operations",
                                "gate-signature: qa",
                                "gate-channel: it-operations",
                                "release-remedy: security-office")
                        .answers(
                                "review-qa: qa",
                                "sign-firmware: it-operations",
                                "gate-signature: qa",
                                "gate-channel: it-operations",
                                "release-remedy: security-office")
                        .reaches("patch-ready")
                        .publishes(
                                "/downloads/MODEL",
                                "/downloads/MODEL/5.2.1/MODEL-5.2.1.zip",
                                "/downloads/MODEL/5.2.1/MODEL-5.2.1.zip.sha256",
                                "/downloads/MODEL/5.2.1/MODEL-5.2.1.zip.sig",
                                "/downloads/MODEL/5.2.1/manifest.json",
                                "/downloads/MODEL/5.2.1/manifest.json.sig"),
                after("it is offered for download")
                        .says("ota-started")
                        .reporter("R9", "house", FINDER, "ja", "配布開始のお知らせ")
                        .mail(
                                "S2",
                                "Z2.3",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("start-campaign"))
                        .asks("start-campaign: security-office")
                        .answers("start-campaign: security-office")
                        .reaches("distributing"),
                after("its spread is declared")
                        .says("ota-distributed")
                        .reporter("R10", "house", FINDER, "ja", "配布完了のお知らせ")
                        .reaches("distributed"));
    }

    private static List<Promise> publishing() {
        return List.of(
                after("the date is agreed")
                        .says(
                                "disclosure-date-proposed",
                                "disclosure-date-answered",
                                "disclosure-planned")
                        .reporter("R11", "Z2.4", FINDER, "ja", "公表日時のお知らせ")
                        .reporter("R11", "Z2.4", FINDER, "ja", "公表日時のお知らせ")
                        .mail("S6", "Z2.4", office(), BOTH, TO_STAFF.replied("date")),
                after("it is published")
                        .says("clock-at-risk agreed-date", "disclosed", "customers-told")
                        .mail("S5", "Z2.4", office(), BOTH, TO_STAFF.atRisk("agreed-date"))
                        .mail(
                                "S5",
                                "Z2.4",
                                to("communications"),
                                BOTH,
                                TO_STAFF.atRisk("agreed-date"))
                        .reporter("R12", "Z-secret", FINDER, "ja", "公表のお知らせ")
                        .mail("C1", "Z-SA", to("cust-1"), "ja", "Ledger suite LS-5 のセキュリティ情報")
                        .mail(
                                "C1",
                                "Z-SA",
                                to("cust-2"),
                                "en",
                                "Security information for Ledger suite LS-5")
                        .mail(
                                "S2 close-case",
                                "Z2.5",
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
                        .mail("S6", "Z2.5", office(), BOTH, TO_STAFF.replied("check"))
                        .reporter("R14", "Z2.5", FINDER, "ja", "対応完了のお知らせ")
                        .answers("close-case: security-office")
                        .reaches("closed"));
    }

    private static Stream<String> to(String... people) {
        return Stream.of(people).map(person -> person + "@example.com");
    }

    private static Stream<String> office() {
        return to("security-office", "security-office-2");
    }

    private static Stream<String> team() {
        return to(
                "communications", "developer", "it-operations", "legal", "qa", "security-office-2");
    }
}
