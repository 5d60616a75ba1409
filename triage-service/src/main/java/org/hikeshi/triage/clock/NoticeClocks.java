package org.hikeshi.triage.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CustomersTold;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Kind;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.clock.Promised.Fact;
import org.hikeshi.triage.facts.CaseFacts;

/**
 * Clocks 12, 13, 14, 17 and 18: the CISO's acknowledgement, words about distribution, customers
 * told of a publication, the agreed date, the answer to our proposal.
 */
final class NoticeClocks {
    private final CaseFacts facts;
    private final Policy policy;

    private NoticeClocks(CaseFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    static List<CaseTimer> of(CaseFacts facts, Policy policy) {
        return new NoticeClocks(facts, policy).all();
    }

    private List<CaseTimer> all() {
        List<CaseTimer> all = new ArrayList<>();
        facts.all(Escalated.class).forEach(one -> acknowledged(one).ifPresent(all::add));
        first(OtaStarted.class, "ota-started", OtaStarted::at)
                .flatMap(start -> distribution(start, MailTemplate.BEGUN))
                .ifPresent(all::add);
        first(OtaDistributed.class, "ota-distributed", OtaDistributed::at)
                .flatMap(start -> distribution(start, MailTemplate.COMPLETED))
                .ifPresent(all::add);
        facts.all(Disclosed.class).forEach(one -> customers(one).ifPresent(all::add));
        facts.all(DisclosureDateProposed.class)
                .max(Comparator.comparing(DisclosureDateProposed::at))
                .flatMap(this::answer)
                .ifPresent(all::add);
        facts.plannedDates().forEach(one -> agreed(one).ifPresent(all::add));
        return all;
    }

    /**
     * The mail goes at once; without acknowledgement the deputy is asked after the policy's time.
     */
    private Optional<CaseTimer> acknowledged(Escalated escalated) {
        Optional<Fact> decided =
                facts.all(EscalationDecided.class)
                        .filter(one -> one.id().equals(escalated.id()))
                        .map(EscalationDecided::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "escalation-decided"));
        return policy.escalation()
                .flatMap(
                        rule ->
                                promised(CaseClock.ESCALATION)
                                        .timer(
                                                rule.clause(),
                                                kind(ClockName.ESCALATION),
                                                rule.deputyAfter(),
                                                Optional.empty(),
                                                new Fact(escalated.at(), "escalated"),
                                                decided));
    }

    private Optional<CaseTimer> distribution(Fact start, MailTemplate mail) {
        Optional<Fact> told =
                facts.all(ReporterNotified.class)
                        .filter(one -> one.template() == mail)
                        .map(ReporterNotified::acceptedAt)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "reporter-notified"));
        return promised(CaseClock.DISTRIBUTION_NOTICE)
                .byRule(ClockName.DISTRIBUTION_NOTICE, Optional.of(start), told);
    }

    /** E5.3: from each publication until everybody affected was told of it. */
    private Optional<CaseTimer> customers(Disclosed disclosed) {
        Optional<Fact> told =
                facts.all(CustomersTold.class)
                        .filter(one -> one.advisory().equals(disclosed.advisory()))
                        .map(CustomersTold::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "customers-told"));
        return promised(CaseClock.CUSTOMER_NOTICE)
                .byRule(
                        ClockName.CUSTOMER_NOTICE,
                        Optional.of(new Fact(disclosed.at(), "disclosed")),
                        told);
    }

    private Optional<CaseTimer> answer(DisclosureDateProposed proposed) {
        Optional<Fact> answered =
                facts.all(DisclosureDateAnswered.class)
                        .filter(one -> one.proposalId().equals(proposed.proposal()))
                        .map(DisclosureDateAnswered::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "disclosure-date-answered"));
        return promised(CaseClock.PROPOSAL_ANSWER)
                .until(
                        policy.disclosure().clause(),
                        Kind.TARGET,
                        new Fact(proposed.at(), "disclosure-date-proposed"),
                        Optional.of(proposed.answerBy()),
                        Optional.empty(),
                        answered.or(this::published));
    }

    /** A clock for each: a notice that went out keeps the date of no advisory. */
    private Optional<CaseTimer> agreed(DisclosurePlanned planned) {
        return promised(CaseClock.AGREED_DATE)
                .until(
                        policy.disclosure().clause(),
                        kind(ClockName.AGREED_DATE),
                        new Fact(planned.at(), "disclosure-planned"),
                        Optional.of(planned.date()),
                        Optional.empty(),
                        published(planned.advisory()));
    }

    private Optional<Fact> published(AdvisoryId advisory) {
        boolean notice =
                facts.all(NoticePublished.class).anyMatch(one -> one.advisory().equals(advisory));
        return facts.publishedAt(advisory)
                .map(at -> new Fact(at, notice ? "notice-published" : "disclosed"));
    }

    private Optional<Fact> published() {
        return first(Disclosed.class, "disclosed", Disclosed::at);
    }

    private Kind kind(ClockName name) {
        return policy.clock(name).map(rule -> rule.kind()).orElse(Kind.TARGET);
    }

    private Promised promised(CaseClock clock) {
        return new Promised(facts, policy, clock, null, null);
    }

    private <E extends CaseEvent> Optional<Fact> first(
            Class<E> type, String name, java.util.function.Function<E, Instant> at) {
        return facts.all(type)
                .map(at)
                .min(Comparator.naturalOrder())
                .map(time -> new Fact(time, name));
    }
}
