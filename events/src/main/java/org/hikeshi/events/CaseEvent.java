package org.hikeshi.events;

/**
 * A fact about one case, said once by the service that decides it, on {@code case-events}. The key
 * is the id of the case the report was born in, for ever.
 */
public sealed interface CaseEvent extends SaidEvent
        permits ReportReceived,
                ReporterNotified,
                DeliveryFailed,
                ReporterAsked,
                ReporterReplied,
                DisclosureDateAnswered,
                FixChecked,
                FeedbackGiven,
                ClosureObjected,
                AccessKeyAsked,
                IdentityRead,
                CaseConfirmed,
                TeamChanged,
                GlassBroken,
                Scored,
                ReportJoined,
                CaseMarked,
                CaseClosed,
                CaseReopened,
                DeadlineSet,
                ClockAtRisk,
                ClockBreached,
                Escalated,
                EscalationDecided,
                MitigationReady,
                RemedyVerified,
                PatchReady,
                OtaStarted,
                OtaHalted,
                OtaDistributed,
                DisclosureDateProposed,
                DisclosurePlanned,
                AdvisoryApproved,
                NoticePublished,
                Disclosed,
                AdvisoryRevised,
                AdvisoryWithdrawn,
                CustomersTold,
                TaskOpened,
                TaskClosed {

    /** The case whose key this event travels under. */
    CaseId caseId();

    @Override
    default String key() {
        return caseId().toString();
    }
}
