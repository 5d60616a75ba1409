package org.hikeshi.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.*;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.people.People;
import org.hikeshi.policy.Escalation;
import org.hikeshi.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * S1 to S8 and S14: which fact is told to whom in the house. Nobody gets a mail for what they did
 * themselves. A task is mailed once, to whoever can do it, unless a mail about the fact itself has
 * gone to the same people.
 */
final class ToStaff {
    private static final List<String> WATCHING = List.of("auditor", "ciso", "it-operations");
    private static final Duration DEPUTY_AFTER = Duration.ofMinutes(30);

    private final CaseFacts facts;
    private final KnownReport first;
    private final Policy policy;
    private final Circle circle;
    private final StandingIn standingIn;
    private final Breaches breaches;

    ToStaff(CaseFacts facts, KnownReport first, Policy policy, People people, Instant moment) {
        this.facts = facts;
        this.first = first;
        this.policy = policy;
        this.circle = new Circle(facts, people);
        this.standingIn = new StandingIn(facts, people);
        this.breaches = new Breaches(facts, moment);
    }

    List<Due> all() {
        Stream<Due> own =
                facts.heard().stream()
                        .flatMap(
                                heard ->
                                        from(heard).flatMap(due -> withDeputy(due, heard.event())));
        return Stream.concat(own, Stream.concat(assigned(), standingIn.begun(first)))
                .distinct()
                .toList();
    }

    private Stream<Due> withDeputy(Due due, CaseEvent about) {
        return Stream.concat(Stream.of(due), standingIn.also(due, about));
    }

    private Stream<Due> from(Heard heard) {
        return switch (heard.event()) {
            case ReportReceived r when r.earlier() != null -> Stream.empty();
            case ReportReceived _ -> toRole(Template.NEW_REPORT, heard, "security-office", null);
            case ReporterReplied _,
                    DisclosureDateAnswered _,
                    FixChecked _,
                    FeedbackGiven _,
                    ClosureObjected _ ->
                    toRole(Template.REPLIED, heard, "security-office", null);
            case Escalated escalated -> escalation(escalated, heard);
            case ClockAtRisk clock ->
                    circle.warned(clock.clock()).stream().map(to -> due(Template.CLOCK, heard, to));
            case ClockBreached clock -> breach(clock, heard);
            case GlassBroken taken -> watched(heard, taken.by());
            case IdentityRead read -> watched(heard, read.by());
            case TaskOpened task -> task(task, heard);
            case TaskClosed closed -> voided(closed, heard);
            // Team changes are looked at together, below; the rest makes tasks, or is for others.
            default -> Stream.empty();
        };
    }

    /** S2, once for everybody who ever came to the case, except who brought it there. */
    private Stream<Due> assigned() {
        return circle.everOnTheTeam().entrySet().stream()
                .filter(
                        member ->
                                facts.all(CaseConfirmed.class).stream()
                                        .noneMatch(c -> c.by().equals(member.getKey())))
                .map(
                        member ->
                                Due.about(
                                        first,
                                        Template.ASSIGNED,
                                        new Recipient.Person(member.getKey().value()),
                                        member.getValue(),
                                        Due.cause(
                                                first.report().caseId().value(),
                                                Occasion.EVENT,
                                                member.getKey()),
                                        Occasion.EVENT,
                                        member.getValue().at()));
    }

    private Stream<Due> escalation(Escalated escalated, Heard heard) {
        String role = policy.escalation().map(Escalation::to).map(Circle::written).orElse("ciso");
        Instant patience =
                policy.escalation()
                        .flatMap(e -> e.deputyAfter().dueAfter(heard.at(), policy.calendar()))
                        .orElse(heard.at().plus(DEPUTY_AFTER));
        boolean answered =
                facts.all(EscalationDecided.class).stream()
                        .anyMatch(d -> d.id().equals(escalated.id()) && !d.at().isAfter(patience));
        Stream<Due> asked = toRole(Template.ESCALATION, heard, role, null);
        return answered
                ? asked
                : Stream.concat(
                        asked,
                        circle.deputiesOf(role).stream()
                                .map(
                                        to ->
                                                later(
                                                        Template.DEPUTY,
                                                        heard,
                                                        to,
                                                        Occasion.UNANSWERED,
                                                        patience)));
    }

    private Stream<Due> breach(ClockBreached clock, Heard heard) {
        List<Recipient> to = circle.alarmed(clock.clock());
        Stream<Due> first = to.stream().map(one -> due(Template.CLOCK, heard, one));
        Stream<Due> again =
                breaches.repeats(clock, heard).stream()
                        .flatMap(
                                at ->
                                        to.stream()
                                                .map(
                                                        one ->
                                                                later(
                                                                        Template.CLOCK,
                                                                        heard,
                                                                        one,
                                                                        Occasion.STILL,
                                                                        at)));
        return Stream.concat(first, again);
    }

    private Stream<Due> task(TaskOpened task, Heard heard) {
        return template(task.kind()).stream()
                .flatMap(template -> recipients(task).map(to -> due(template, heard, to)));
    }

    private Stream<Due> voided(TaskClosed closed, Heard heard) {
        if (closed.how() != TaskEnd.VOID) {
            return Stream.empty();
        }
        return facts.all(TaskOpened.class).stream()
                .filter(opened -> opened.task().equals(closed.task()))
                .limit(1)
                .flatMap(
                        opened ->
                                template(opened.kind())
                                        .filter(t -> t == Template.REVIEW || t == Template.GATE)
                                        .stream()
                                        .flatMap(
                                                t ->
                                                        recipients(opened)
                                                                .map(to -> voided(t, heard, to))));
    }

    private Due voided(Template template, Heard heard, Recipient to) {
        return Due.about(first, template, to, heard, heard.id(), Occasion.VOIDED, heard.at());
    }

    private Stream<Recipient> recipients(TaskOpened task) {
        if (task.staff() != null) {
            return task.staff().equals(task.by())
                    ? Stream.empty()
                    : Stream.of(new Recipient.Person(task.staff().value()));
        }
        return task.role() == null || task.role() == StaffRole.UNKNOWN
                ? Stream.empty()
                : circle.of(Circle.written(task.role()), task.by()).stream();
    }

    /** What a task is mailed as; empty where a mail about the fact itself says it. */
    private static Optional<Template> template(TaskKind kind) {
        return switch (kind) {
            case CONFIRM_REPORT, ESCALATION_DECISION, ANSWER_REPORTER, UNKNOWN -> Optional.empty();
            case REVIEW_TECHNICAL,
                    REVIEW_ADVISORY_QA,
                    REVIEW_LEGAL,
                    APPROVE_ADVISORY,
                    APPROVE_TEXT ->
                    Optional.of(Template.REVIEW);
            case REVIEW_SECURITY, REVIEW_QA, GATE_SIGNATURE, GATE_CHANNEL, SIGN_FIRMWARE ->
                    Optional.of(Template.GATE);
            case ASSESS,
                    PLAN,
                    RELEASE_REMEDY,
                    START_CAMPAIGN,
                    CAMPAIGN_STOPPED,
                    DRAFT_ADVISORY,
                    PUBLISH,
                    OBJECTION,
                    CHECK_NOT_FIXED,
                    CLOSE_CASE,
                    PARKED,
                    BOUNCE,
                    PROGRESS_WORD ->
                    Optional.of(Template.ASSIGNED);
        };
    }

    private Stream<Due> toRole(
            Template template, Heard heard, String role, @Nullable StaffId except) {
        return circle.of(role, except).stream().map(to -> due(template, heard, to));
    }

    /** S14: whoever watches over access is told at once, but not of their own. */
    private Stream<Due> watched(Heard heard, StaffId by) {
        return WATCHING.stream()
                .flatMap(role -> circle.of(role, by).stream())
                .distinct()
                .map(to -> due(Template.ACCESS, heard, to));
    }

    private Due due(Template template, Heard heard, Recipient to) {
        return Due.about(first, template, to, heard, heard.id(), Occasion.EVENT, heard.at());
    }

    private Due later(Template template, Heard heard, Recipient to, Occasion why, Instant at) {
        return Due.about(first, template, to, heard, Due.cause(heard.id(), why, at), why, at);
    }
}
