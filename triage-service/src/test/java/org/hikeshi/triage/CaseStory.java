package org.hikeshi.triage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CampaignId;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.CustomersTold;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.EscalationDecision;
import org.hikeshi.events.EscalationId;
import org.hikeshi.events.EscalationReason;
import org.hikeshi.events.Finding;
import org.hikeshi.events.FixedVersion;
import org.hikeshi.events.Language;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.Measured;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.NotifiedBy;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.PublicationId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.RemedyKind;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.Source;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.events.Version;
import org.hikeshi.events.VersionRange;
import org.hikeshi.events.VulnerabilityId;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;

/** The facts of one case, to be told in any order. A Wednesday of a week without holidays. */
public final class CaseStory {
    public static final Instant START = Instant.parse("2026-06-03T05:30:00Z");
    public static final Policy POLICY = PolicyFile.loadBundled("default").policy();
    public static final StaffId OFFICE = new StaffId("security-office");

    public final CaseId caseId = CaseId.random();
    public final ReportId report = ReportId.random();
    public final ProductId product = ProductId.random();
    public final ProductId other = ProductId.random();
    private final RemediationId remedy = RemediationId.random();

    public static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    public ReportReceived received() {
        return new ReportReceived(
                caseId,
                report,
                TrackingCode.generate(new java.security.SecureRandom()),
                null,
                new PolicyVersion("1.0"),
                START,
                Source.DESK,
                Channel.API,
                Language.EN,
                false);
    }

    public CaseConfirmed confirmed() {
        return new CaseConfirmed(caseId, report, hour(2), OFFICE, null);
    }

    public Scored scored(int revision, Severity severity, PriorityLevel priority) {
        return new Scored(
                caseId,
                revision,
                hour(3 + revision),
                severity == Severity.NONE ? Finding.NOT_VALID : Finding.VALID,
                severity,
                priority,
                List.of(
                        new ScoredVulnerability(
                                new VulnerabilityId(new java.util.UUID(1, 1)),
                                null,
                                null,
                                new BigDecimal("9.8"),
                                severity,
                                List.of(affected(product), affected(other)))),
                OFFICE);
    }

    private static AffectedProduct affected(ProductId product) {
        return new AffectedProduct(product, new VersionRange("*"));
    }

    public MitigationReady mitigated(ProductId... products) {
        return new MitigationReady(caseId, remedy, List.of(products), hour(10));
    }

    public RemedyVerified verified() {
        return new RemedyVerified(caseId, remedy, RemedyKind.MITIGATION, List.of(product), hour(9));
    }

    public PatchReady fixed(int atHour, ProductId... products) {
        List<FixedVersion> versions = new ArrayList<>();
        for (ProductId one : products) {
            versions.add(new FixedVersion(one, new Version("2.4.1")));
        }
        return new PatchReady(caseId, remedy, versions, hour(atHour));
    }

    public OtaStarted begun(int atHour, ProductId... products) {
        return new OtaStarted(
                caseId,
                remedy,
                new CampaignId(new java.util.UUID(2, atHour)),
                DistributionChannel.OTA,
                List.of(products),
                hour(atHour));
    }

    public OtaDistributed distributed(int atHour, ProductId... products) {
        return new OtaDistributed(
                caseId,
                remedy,
                new CampaignId(new java.util.UUID(2, atHour)),
                DistributionChannel.OTA,
                List.of(products),
                900,
                Measured.MEASURED,
                hour(atHour));
    }

    public Disclosed disclosed() {
        return new Disclosed(
                caseId,
                new AdvisoryId(new java.util.UUID(3, 3)),
                new PublicationId("EX-SA-2026-7K3M"),
                new ContentHash("a".repeat(64)),
                List.of(),
                hour(40));
    }

    public CustomersTold customersTold(int atHour) {
        return new CustomersTold(caseId, disclosed().advisory(), 12, 1, hour(atHour));
    }

    public Escalated escalated(int number, int atHour) {
        return new Escalated(
                caseId,
                new EscalationId(new java.util.UUID(5, number)),
                EscalationReason.PERSON,
                hour(atHour));
    }

    public EscalationDecided decided(int number, EscalationDecision decision, int atHour) {
        return new EscalationDecided(
                caseId,
                new EscalationId(new java.util.UUID(5, number)),
                decision,
                hour(atHour),
                new StaffId("ciso"));
    }

    public ReporterNotified told(MailTemplate template, int atHour) {
        return new ReporterNotified(
                caseId,
                report,
                template,
                new ObligationId(new java.util.UUID(4, template.ordinal())),
                hour(atHour),
                NotifiedBy.MAIL);
    }

    public CaseClosed closed(int revision, int atHour) {
        return new CaseClosed(caseId, revision, ClosureReason.RESOLVED, null, hour(atHour), OFFICE);
    }

    /** Everything, from the report to the closure. */
    public List<CaseEvent> whole() {
        return List.of(
                received(),
                confirmed(),
                scored(1, Severity.CRITICAL, PriorityLevel.P1),
                verified(),
                mitigated(product, other),
                fixed(20, product, other),
                begun(21, product, other),
                distributed(30, product, other),
                disclosed(),
                closed(1, 50));
    }
}
