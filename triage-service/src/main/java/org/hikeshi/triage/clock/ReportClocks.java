package org.hikeshi.triage.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.MailName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Rhythm;
import org.hikeshi.triage.clock.Promised.Fact;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/** Clocks 1 to 6: what each reporter was promised, and the first action. */
final class ReportClocks {
    private final CaseFacts facts;
    private final Policy policy;

    private ReportClocks(CaseFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    static List<CaseTimer> of(CaseFacts facts, Policy policy) {
        return new ReportClocks(facts, policy).all();
    }

    private List<CaseTimer> all() {
        List<CaseTimer> all = new ArrayList<>();
        for (ReportReceived report : facts.reports()) {
            receipt(report).ifPresent(all::add);
            confirmation(report).ifPresent(all::add);
            progress(report).ifPresent(all::add);
        }
        firstAction().ifPresent(all::add);
        timeline().ifPresent(all::add);
        result().ifPresent(all::add);
        return all;
    }

    private Optional<CaseTimer> receipt(ReportReceived report) {
        return promised(CaseClock.RECEIPT_MAIL, report)
                .byRule(
                        ClockName.RECEIPT_MAIL,
                        received(report),
                        told(report, MailTemplate.RECEIPT));
    }

    /** A person confirmed, acted, and the mail is out; without R2 in the policy nothing is sent. */
    private Optional<CaseTimer> confirmation(ReportReceived report) {
        Optional<Fact> read =
                facts.all(CaseConfirmed.class)
                        .filter(one -> one.reportId().equals(report.reportId()))
                        .map(CaseConfirmed::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "case-confirmed"));
        boolean mailOwed = policy.tellings().stream().anyMatch(one -> one.mail() == MailName.R2);
        Optional<Fact> stop =
                mailOwed
                        ? read.flatMap(
                                fact ->
                                        told(report, MailTemplate.CONFIRMED)
                                                .map(mail -> later(fact, mail)))
                        : read;
        return promised(CaseClock.CONFIRMATION, report)
                .byRule(ClockName.CONFIRMATION, received(report), stop);
    }

    private Optional<CaseTimer> firstAction() {
        Optional<Fact> acted = facts.confirmed().map(one -> new Fact(one.at(), "case-confirmed"));
        return promised(CaseClock.FIRST_ACTION, null)
                .byRule(ClockName.FIRST_ACTION, received(), acted);
    }

    /** A6-note: each valid case must get a timeline, and the reporter must be told. */
    private Optional<CaseTimer> timeline() {
        Optional<Fact> validated = facts.validatedAt().map(at -> new Fact(at, "scored"));
        Optional<Instant> set =
                facts.all(DeadlineSet.class).map(DeadlineSet::at).min(Comparator.naturalOrder());
        Optional<Fact> told =
                set.flatMap(
                        since ->
                                firstWord(
                                        one ->
                                                !one.acceptedAt().isBefore(since)
                                                        && tellsTimeline(one.template())));
        return promised(CaseClock.TIMELINE, null).byRule(ClockName.TIMELINE, validated, told);
    }

    private static boolean tellsTimeline(MailTemplate template) {
        return template == MailTemplate.TIMELINE || template == MailTemplate.RESULT;
    }

    private Optional<CaseTimer> result() {
        Optional<Fact> told =
                firstWord(
                        one ->
                                one.template() == MailTemplate.RESULT
                                        || one.template() == MailTemplate.CLOSED);
        return promised(CaseClock.RESULT, null).byRule(ClockName.RESULT, received(), told);
    }

    /** From the last word to the next one, for as long as the case is open (A4.3). */
    private Optional<CaseTimer> progress(ReportReceived report) {
        Rhythm rhythm = policy.rhythm();
        Fact last =
                facts.all(ReporterNotified.class)
                        .filter(one -> one.reportId().equals(report.reportId()))
                        .map(ReporterNotified::acceptedAt)
                        .max(Comparator.naturalOrder())
                        .map(at -> new Fact(at, "reporter-notified"))
                        .orElseGet(() -> new Fact(report.receivedAt(), "report-received"));
        return promised(CaseClock.PROGRESS, report)
                .timer(
                        rhythm.clause().id(),
                        rhythm.kind(),
                        rhythm.term(),
                        Optional.empty(),
                        last,
                        Optional.empty());
    }

    private Promised promised(CaseClock clock, @Nullable ReportReceived report) {
        return new Promised(facts, policy, clock, null, report == null ? null : report.reportId());
    }

    private Optional<Fact> received(ReportReceived report) {
        return Optional.of(new Fact(report.receivedAt(), "report-received"));
    }

    private Optional<Fact> received() {
        return facts.receivedAt().map(at -> new Fact(at, "report-received"));
    }

    private Optional<Fact> told(ReportReceived report, MailTemplate template) {
        return firstWord(
                one -> one.template() == template && one.reportId().equals(report.reportId()));
    }

    private Optional<Fact> firstWord(Predicate<ReporterNotified> wanted) {
        return facts.all(ReporterNotified.class)
                .filter(wanted)
                .map(ReporterNotified::acceptedAt)
                .min(Comparator.naturalOrder())
                .map(at -> new Fact(at, "reporter-notified"));
    }

    private static Fact later(Fact one, Fact other) {
        return one.at().isAfter(other.at()) ? one : other;
    }
}
