package org.hikeshi.system.journey;

import static org.hikeshi.system.journey.Promise.after;

import java.util.List;
import java.util.stream.Stream;

/**
 * A Critical vulnerability under a policy like A, step by step: levels by definition, a timeline
 * for this case alone, updates over the air, no mitigation promised, nobody told at publication but
 * the reporter. The reporter and the administrators read English, the house both languages.
 */
public final class PromisesOfA {
    private static final String FINDER = "finder@example.com";
    private static final String BOTH = "en, ja";
    private static final StaffSubjects TO_STAFF = StaffSubjects.ENGLISH_FIRST;

    private PromisesOfA() {}

    /** In the order of the script. */
    public static Promises all() {
        return new Promises(
                Stream.of(arriving(), mending(), distributing(), publishing())
                        .flatMap(List::stream)
                        .toList(),
                "mitigated");
    }

    private static List<Promise> arriving() {
        return List.of(
                after("the catalogue is filled"),
                after("a report")
                        .says("report-received")
                        .reporter("R1", "A4.1", FINDER, "en", "Acknowledgement of receipt")
                        .mail("S1", "A3.1", office(), BOTH, "New report / 新しい報告")
                        .asks("confirm-report: security-office")
                        .reaches("received"),
                after("a person read it")
                        .says("case-confirmed", "team-changed", "team-changed")
                        .reporter("R2", "A3.1", FINDER, "en", "Confirmation")
                        .mail("S2", "A3.1", team(), BOTH, TO_STAFF.assigned("team"))
                        .mail(
                                "S2 assess",
                                "A3.2",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("assess"))
                        .answers("confirm-report: security-office")
                        .asks("assess: security-office")
                        .reaches("confirmed"),
                after("it is rated Critical by definition")
                        .says("scored")
                        .reporter(
                                "R4", "A3.2, A4.2, A6", FINDER, "en", "Result of our investigation")
                        .mail(
                                "S2 plan",
                                "A3.3",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("plan"))
                        .mail(
                                "S2 draft-advisory",
                                "A3.5",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("draft-advisory"))
                        .answers("assess: security-office")
                        .asks("plan: security-office", "draft-advisory: security-office")
                        .reaches("scored"),
                after("it gets a timeline of its own")
                        .dates("fix")
                        .reporter("R5", "A6-note", FINDER, "en", "Change of dates or rating")
                        .answers("plan: security-office"));
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
                        .mail("S8 review-qa", "A3.3", to("qa"), BOTH, TO_STAFF.gate("review-qa"))
                        .asks("approve-text: ciso", "review-qa: qa")
                        .answers("approve-text: ciso"),
                after("regression passed")
                        .answers("review-qa: qa")
                        .mail(
                                "S8 sign-firmware",
                                "A7.2",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("sign-firmware"))
                        .asks("sign-firmware: it-operations"),
                after("signed and verified")
                        .answers("sign-firmware: it-operations")
                        .mail(
                                "S8 gate-signature",
                                "A7.2",
                                to("qa"),
                                BOTH,
                                TO_STAFF.gate("gate-signature"))
                        .asks("gate-signature: qa")
                        .answers("gate-signature: qa")
                        .mail(
                                "S8 gate-channel",
                                "A7.3",
                                to("it-operations"),
                                BOTH,
                                TO_STAFF.gate("gate-channel"))
                        .asks("gate-channel: it-operations"),
                after("all gates passed, obtainable")
                        .says("remedy-verified", "patch-ready")
                        .answers("gate-channel: it-operations")
                        .mail(
                                "S2 release-remedy",
                                "A3.3",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("release-remedy"))
                        .asks("release-remedy: security-office")
                        .answers("release-remedy: security-office")
                        .mail(
                                "C2",
                                "A7.4",
                                to("cust-1"),
                                "en",
                                "Important update for Meter gateway SM-7")
                        .reaches("patch-ready")
                        .publishes(
                                "/downloads/MODEL",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.swu",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.swu.sha256",
                                "/downloads/MODEL/2.4.1/MODEL-2.4.1.swu.sig",
                                "/downloads/MODEL/2.4.1/manifest.json",
                                "/downloads/MODEL/2.4.1/manifest.json.sig"));
    }

    private static List<Promise> distributing() {
        return List.of(
                after("the rollout begins")
                        .says("ota-started")
                        .reporter("R9", "A3.4", FINDER, "en", "Distribution has begun")
                        .mail(
                                "S2",
                                "A7.1",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("start-campaign"))
                        .asks("start-campaign: security-office")
                        .answers("start-campaign: security-office")
                        .reaches("distributing"),
                after("devices refuse it, and it halts")
                        .says("ota-halted")
                        .mail(
                                "S2 campaign-stopped",
                                "A7.2",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("campaign-stopped"))
                        .asks("campaign-stopped: security-office"),
                after("two people let it go on, every device has it")
                        .says("ota-distributed")
                        .mail(
                                "S2 resume",
                                "A7.1",
                                to("security-office-2"),
                                BOTH,
                                TO_STAFF.assigned("start-campaign"))
                        .asks("start-campaign: security-office")
                        .answers(
                                "start-campaign: security-office",
                                "campaign-stopped: security-office")
                        .reporter("R10", "A3.4, A4.4", FINDER, "en", "Distribution is complete")
                        .reaches("distributed"));
    }

    private static List<Promise> publishing() {
        return List.of(
                after("the advisory is drafted")
                        .answers("draft-advisory: security-office")
                        .mail(
                                "S7 technical",
                                "A3.5",
                                to("developer"),
                                BOTH,
                                TO_STAFF.review("review-technical"))
                        .asks("review-technical: developer"),
                after("reviewed and approved")
                        .says("advisory-approved")
                        .answers("review-technical: developer")
                        .mail(
                                "S7 approval",
                                "A3.5",
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
                        .reporter("R11", "A3.5", FINDER, "en", "Date of publication")
                        .reporter("R11", "A3.5", FINDER, "en", "Date of publication")
                        .mail("S6", "A3.5", office(), BOTH, TO_STAFF.replied("date")),
                after("it is published")
                        .says("clock-at-risk agreed-date", "disclosed")
                        .mail("S5", "A3.5", office(), BOTH, TO_STAFF.atRisk("agreed-date"))
                        .mail(
                                "S5",
                                "A3.5",
                                to("communications"),
                                BOTH,
                                TO_STAFF.atRisk("agreed-date"))
                        .reporter("R12", "A3.5", FINDER, "en", "Published")
                        .asks("close-case: security-office")
                        .mail(
                                "S2 close-case",
                                "A4",
                                office(),
                                BOTH,
                                TO_STAFF.assigned("close-case"))
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
                        .mail("S6", "A4", office(), BOTH, TO_STAFF.replied("check"))
                        .reporter("R14", "A4", FINDER, "en", "Handling complete")
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
        return to("developer", "it-operations", "qa", "security-office-2");
    }
}
