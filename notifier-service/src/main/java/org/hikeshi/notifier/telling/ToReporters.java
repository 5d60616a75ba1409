package org.hikeshi.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hikeshi.events.*;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.Policy;

/**
 * R1 to R14: which fact is told to whom of the reporters. What is about one report goes to its
 * reporter alone; what is about the case goes to all whose reports belong to it at that time. R7 by
 * the rhythm is worked out apart, from all the rest.
 */
final class ToReporters {
    private final CaseFacts facts;
    private final Function<PolicyVersion, Policy> policies;

    private ToReporters(CaseFacts facts, Function<PolicyVersion, Policy> policies) {
        this.facts = facts;
        this.policies = policies;
    }

    static List<Due> of(CaseFacts facts, Function<PolicyVersion, Policy> policies) {
        var rules = new ToReporters(facts, policies);
        return facts.heard().stream().flatMap(rules::from).toList();
    }

    private Stream<Due> from(Heard heard) {
        return switch (heard.event()) {
            // Of a record from elsewhere whatever was owed was owed then.
            case ReportReceived r when r.earlier() != null -> Stream.empty();
            case ReportReceived r -> to(r.reportId(), Template.RECEIPT, heard);
            case CaseConfirmed c -> to(c.reportId(), Template.CONFIRMED, heard);
            case ReporterAsked asked -> question(asked, heard);
            case AccessKeyAsked lost -> to(lost.reportId(), Template.ACCESS_KEY, heard);
            case Scored scored ->
                    all(scored.revision() == 1 ? Template.RESULT : Template.TIMELINE, heard);
            case DeadlineSet set -> timeline(set, heard);
            case CaseClosed closed ->
                    all(
                            closed.reason() == ClosureReason.RESOLVED
                                    ? Template.CLOSURE
                                    : Template.CLOSED,
                            heard);
            case CaseReopened _ -> all(Template.PROGRESS, heard, Occasion.REOPENED);
            case ReportJoined joined -> caughtUp(joined, heard);
            case MitigationReady _ -> all(Template.MITIGATION, heard);
            case OtaStarted _ -> all(Template.BEGUN, heard);
            case OtaDistributed _ -> all(Template.COMPLETED, heard);
            case DisclosureDateProposed _, DisclosurePlanned _ -> all(Template.DATE, heard);
            case Disclosed _, NoticePublished _ -> all(Template.PUBLISHED, heard);
            case AdvisoryRevised _, AdvisoryWithdrawn _ -> all(Template.REVISED, heard);
            // A person of the desk has written down where it stands: that is the word.
            case TaskClosed closed ->
                    closed.kind() == TaskKind.PROGRESS_WORD && closed.how() == TaskEnd.DONE
                            ? all(Template.PROGRESS, heard)
                            : Stream.empty();
            // What the reporter did, and what is only for the house.
            default -> Stream.empty();
        };
    }

    private Stream<Due> to(ReportId report, Template template, Heard heard) {
        return known(report)
                .map(
                        k ->
                                Due.toReporter(
                                        template, k, heard, heard.id(), Occasion.EVENT, heard.at()))
                .stream();
    }

    private Optional<KnownReport> known(ReportId report) {
        return facts.reports().stream()
                .filter(known -> known.report().reportId().equals(report))
                .findFirst();
    }

    private Stream<Due> all(Template template, Heard heard) {
        return all(template, heard, Occasion.EVENT);
    }

    private Stream<KnownReport> reportersAt(Heard heard) {
        return facts.reports().stream().filter(known -> !known.since().isAfter(heard.at()));
    }

    private Stream<Due> all(Template template, Heard heard, Occasion occasion) {
        return reportersAt(heard)
                .map(k -> Due.toReporter(template, k, heard, heard.id(), occasion, heard.at()));
    }

    /**
     * The severity's own dates are told with the result; a date is told apart when a person, the
     * plan or a new policy moved it, and the first individual one is the timeline of its case.
     * Dates that one act moved are one letter, whichever of them was heard first.
     */
    private Stream<Due> timeline(DeadlineSet set, Heard heard) {
        if (!MovedDates.toldApart(set) || !MovedDates.with(facts, set).getFirst().equals(set)) {
            return Stream.empty();
        }
        UUID act = Due.cause(set.caseId().value(), Occasion.EVENT, set.reason(), set.at());
        return reportersAt(heard)
                .map(
                        k ->
                                Due.toReporter(
                                        Template.TIMELINE,
                                        k,
                                        heard,
                                        act,
                                        Occasion.EVENT,
                                        heard.at()));
    }

    private Stream<Due> caughtUp(ReportJoined joined, Heard heard) {
        return known(joined.reportId())
                .map(
                        k ->
                                Due.toReporter(
                                        Template.PROGRESS,
                                        k,
                                        heard,
                                        heard.id(),
                                        Occasion.CAUGHT_UP,
                                        heard.at()))
                .stream();
    }

    /** The question, and two reminders at half of the time and shortly before its end. */
    private Stream<Due> question(ReporterAsked asked, Heard heard) {
        Stream<Due> first = to(asked.reportId(), Template.QUESTION, heard);
        Instant until = asked.answerBy();
        if (until == null || !until.isAfter(heard.at())) {
            return first;
        }
        Duration time = Duration.between(heard.at(), until);
        return Stream.of(
                        first,
                        reminder(
                                asked,
                                heard,
                                Occasion.FIRST_REMINDER,
                                heard.at().plus(time.dividedBy(2))),
                        reminder(
                                asked,
                                heard,
                                Occasion.SECOND_REMINDER,
                                until.minus(time.dividedBy(6))))
                .flatMap(Function.identity());
    }

    private Stream<Due> reminder(ReporterAsked asked, Heard heard, Occasion which, Instant at) {
        boolean answered =
                facts.heard().stream()
                        .filter(h -> !h.at().isBefore(heard.at()) && !h.at().isAfter(at))
                        .anyMatch(
                                h ->
                                        h.event() instanceof ReporterReplied reply
                                                && reply.reportId().equals(asked.reportId()));
        if (answered || facts.closedAt(at)) {
            return Stream.empty();
        }
        return known(asked.reportId())
                .map(
                        k ->
                                Due.toReporter(
                                        Template.QUESTION,
                                        k,
                                        heard,
                                        Due.cause(heard.id(), which),
                                        which,
                                        at))
                .stream();
    }
}
