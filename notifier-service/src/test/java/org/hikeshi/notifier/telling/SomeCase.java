package org.hikeshi.notifier.telling;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.events.*;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;
import org.jspecify.annotations.Nullable;

/** A case that goes the whole way, as facts with times. */
public final class SomeCase {
    public static final Instant RECEIVED = Instant.parse("2026-12-01T05:30:00Z");
    public static final StaffId SATO = new StaffId("sato");
    public static final StaffId TANAKA = new StaffId("tanaka");
    public static final ProductId GATEWAY = ProductId.parse("00000000-0000-4000-8000-0000000000e1");

    public static final People PEOPLE =
            new People(
                    Map.of(
                            "sato", colleague("sato", "security-office"),
                            "kato", colleague("kato", "security-office"),
                            "tanaka", colleague("tanaka", "developer"),
                            "mori", colleague("mori", "developer"),
                            "ono", colleague("ono", "qa"),
                            "chief", colleague("chief", "ciso"),
                            "bengo", colleague("bengo", "legal")),
                    Map.of("ciso", "kato"));

    public final CaseId id = CaseId.random();
    public final ReportId report = ReportId.random();
    public final TrackingCode code = TrackingCode.generate(new SecureRandom());
    private final List<Heard> heard = new ArrayList<>();
    private Instant now = RECEIVED;

    private static Colleague colleague(String id, String role) {
        return new Colleague(
                id,
                new org.hikeshi.mail.MailAddress(id, "example.com"),
                Language.JA,
                java.util.Set.of(role));
    }

    public SomeCase() {
        say(received(id, report, code, RECEIVED, false));
    }

    public static ReportReceived received(
            CaseId id, ReportId report, TrackingCode code, Instant at, boolean anonymous) {
        return new ReportReceived(
                id,
                report,
                code,
                GATEWAY,
                new PolicyVersion("1.0"),
                at,
                Source.values()[0],
                Channel.FORM,
                Language.BOTH,
                anonymous);
    }

    public Instant now() {
        return now;
    }

    public SomeCase after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Heard say(CaseEvent event) {
        var one = new Heard(UUID.randomUUID(), now, UUID.nameUUIDFromBytes(new byte[1]), event);
        heard.add(one);
        now = now.plusSeconds(60);
        return one;
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public CaseFacts facts() {
        return CaseFacts.of(id, heard, List.of());
    }

    public Heard scored(int revision, Severity severity, String score) {
        return say(
                new Scored(
                        id,
                        revision,
                        now,
                        severity == Severity.NONE ? Finding.NOT_VALID : Finding.VALID,
                        severity,
                        PriorityLevel.P1,
                        severity == Severity.NONE
                                ? List.of()
                                : List.of(
                                        new ScoredVulnerability(
                                                VulnerabilityId.random(),
                                                null,
                                                new CvssVector(
                                                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                                new BigDecimal(score),
                                                severity,
                                                List.of(
                                                        new AffectedProduct(
                                                                GATEWAY,
                                                                new VersionRange("<2.4.1"))))),
                        SATO));
    }

    /** One fact of every kind that anybody is told of, in the order of a good case. */
    public static SomeCase whole() {
        var some = new SomeCase();
        CaseId id = some.id;
        some.task(TaskKind.CONFIRM_REPORT, StaffRole.SECURITY_OFFICE, null);
        some.say(new CaseConfirmed(id, some.report, some.now, SATO, null));
        some.say(
                new TeamChanged(
                        id,
                        1,
                        List.of(
                                new TeamMember(SATO, StaffRole.SECURITY_OFFICE),
                                new TeamMember(TANAKA, StaffRole.DEVELOPER)),
                        some.now));
        some.say(
                new ReporterAsked(
                        id, some.report, MessageId.random(), some.now.plus(Duration.ofDays(4))));
        some.after(Duration.ofHours(20));
        some.say(new ReporterReplied(id, some.report, MessageId.random(), some.now));
        some.scored(1, Severity.CRITICAL, "9.8");
        EscalationId escalation = EscalationId.random();
        some.say(new Escalated(id, escalation, EscalationReason.PROVISIONAL_CRITICAL, some.now));
        some.say(
                new EscalationDecided(
                        id,
                        escalation,
                        EscalationDecision.ACKNOWLEDGED,
                        some.now,
                        new StaffId("chief")));
        some.say(
                new DeadlineSet(
                        id,
                        1,
                        CaseClock.FIX,
                        GATEWAY,
                        null,
                        some.now.plus(Duration.ofDays(30)),
                        DeadlineReason.SCORED,
                        some.now));
        some.task(TaskKind.REVIEW_QA, StaffRole.QA, TANAKA);
        RemediationId remedy = RemediationId.random();
        some.say(new RemedyVerified(id, remedy, RemedyKind.MITIGATION, List.of(GATEWAY), some.now));
        some.say(new MitigationReady(id, remedy, List.of(GATEWAY), some.now));
        some.say(
                new DisclosureDateProposed(
                        id,
                        ProposalId.random(),
                        some.now.plus(Duration.ofDays(40)),
                        some.now.plus(Duration.ofDays(10)),
                        some.now));
        RemediationId fix = RemediationId.random();
        some.say(
                new PatchReady(
                        id,
                        fix,
                        List.of(new FixedVersion(GATEWAY, new Version("2.4.1"))),
                        some.now));
        CampaignId campaign = CampaignId.random();
        some.say(
                new OtaStarted(
                        id, fix, campaign, DistributionChannel.OTA, List.of(GATEWAY), some.now));
        some.say(
                new OtaDistributed(
                        id,
                        fix,
                        campaign,
                        DistributionChannel.OTA,
                        List.of(GATEWAY),
                        934,
                        Measured.MEASURED,
                        some.now));
        some.published();
        some.say(new CaseClosed(id, 1, ClosureReason.RESOLVED, null, some.now, SATO));
        return some;
    }

    private void published() {
        AdvisoryId advisory = AdvisoryId.random();
        ContentHash hash = new ContentHash("0123456789abcdef".repeat(4));
        var publicId = new PublicationId("EX-SA-2026-7K3M");
        task(TaskKind.REVIEW_LEGAL, StaffRole.LEGAL, SATO);
        say(new DisclosurePlanned(id, advisory, 1, now.plus(Duration.ofDays(40)), now));
        say(new DisclosurePlanned(id, advisory, 2, now.plus(Duration.ofDays(41)), now));
        say(new Disclosed(id, advisory, publicId, hash, List.of(new CveId("CVE-2026-0001")), now));
        say(new AdvisoryRevised(id, advisory, publicId, 2, hash, now));
    }

    public Heard task(TaskKind kind, StaffRole role, @Nullable StaffId by) {
        return say(
                new TaskOpened(
                        id,
                        TaskId.random(),
                        kind,
                        role,
                        null,
                        SubjectId.random(),
                        now.plus(Duration.ofDays(2)),
                        now,
                        by,
                        kind == TaskKind.REVIEW_LEGAL
                                ? new ContentHash("0123456789abcdef".repeat(4))
                                : null));
    }
}
