package org.hikeshi.intake.report;

import io.vertx.ext.web.RoutingContext;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.policy.Language;
import org.hikeshi.trust.AccessKeys;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Visit;

/** Puts a stored report into the words and links of its answer. */
public final class ReportAnswers {

    private final AccessKeys keys;
    private final PolicyVersions policies;
    private final Origin origin;

    public ReportAnswers(AccessKeys keys, PolicyVersions policies, Origin origin) {
        this.keys = keys;
        this.policies = policies;
        this.origin = origin;
    }

    ReportAnswer of(StoredReport report, RoutingContext request) {
        Language language = language(report, request);
        return new ReportAnswer(
                report.trackingCode().value(),
                keys.derive(report.id().value(), report.keyGeneration()),
                report.receivedAt(),
                origin.address() + "/status",
                report.policyVersion(),
                policies.promises(report.policyVersion(), report.receivedAt()).stream()
                        .map(promise -> ReportAnswer.PromiseAnswer.of(promise, language))
                        .toList(),
                ReportAnswer.ReceiptAnswer.of(report.receipt()));
    }

    String addressOf(TrackingCode code) {
        return origin.address() + "/api/v1/reports/" + code.value();
    }

    /** The report's own language, else what the request likes best, else the policy's first. */
    public Language language(StoredReport report, RoutingContext request) {
        String tag = report.language();
        if (tag != null) {
            return Language.valueOf(tag.toUpperCase(java.util.Locale.ROOT));
        }
        return Visit.accepted(request)
                .map(accepted -> Language.valueOf(accepted.name()))
                .orElseGet(() -> policies.of(report.policyVersion()).firstLanguage());
    }
}
