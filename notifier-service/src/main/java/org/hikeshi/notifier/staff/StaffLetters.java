package org.hikeshi.notifier.staff;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.notifier.people.PeopleFile;
import org.hikeshi.notifier.reporter.Severities;
import org.hikeshi.notifier.sending.LetterWriter;
import org.hikeshi.notifier.sending.TextUnavailableException;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.notifier.telling.CaseFile;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** Writes S1 to S8 and S14. */
@Singleton
class StaffLetters implements LetterWriter {
    private final Stationery stationery;
    private final CaseFile cases;
    private final PeopleFile people;
    private final InstantSource clock;

    StaffLetters(Stationery stationery, CaseFile cases, PeopleFile people, InstantSource clock) {
        this.stationery = stationery;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<Template> templates() {
        return EnumSet.range(Template.NEW_REPORT, Template.ACCESS);
    }

    @Override
    public Letter write(Owing owing, Policy policy, List<Language> languages)
            throws TextUnavailableException {
        CaseFacts facts = cases.facts(owing.caseId());
        Heard about =
                facts.find(owing.about())
                        .orElseThrow(() -> new TextUnavailableException("the fact is not heard"));
        Sight sight =
                Sight.of(owing.recipient(), people.now(), facts, owing.causedAt(), clock.instant());
        return write(
                stationery, owing, facts, about, sight, cases.productNames(), policy, languages);
    }

    static Letter write(
            Stationery stationery,
            Owing owing,
            CaseFacts facts,
            Heard about,
            Sight sight,
            Map<String, String> names,
            Policy policy,
            List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft -> subject(draft, owing, facts, about, sight),
                draft -> {
                    body(draft, owing, facts, about, sight, names);
                    foot(draft, owing, facts, about, sight);
                });
    }

    /** Numbers and stages only (design §5): what is to be done, never what it is about. */
    private static String subject(
            Draft draft, Owing owing, CaseFacts facts, Heard about, Sight sight) {
        return draft.words(
                subject(owing, about),
                owing.trackingCode(),
                asked(draft, owing, facts, about, sight));
    }

    /** What tells this mail from the others about the same case. */
    private static String asked(
            Draft draft, Owing owing, CaseFacts facts, Heard about, Sight sight) {
        return switch (owing.template()) {
            case ASSIGNED, REVIEW, GATE ->
                    StaffTasks.task(facts, about)
                            .map(task -> StaffTasks.name(draft, task))
                            .orElseGet(
                                    () ->
                                            draft.words(
                                                    "assigned.subject." + StaffTasks.place(sight)));
            case REPLIED -> draft.words("replied.subject." + StaffTasks.reply(about.event()));
            case CLOCK -> StaffClocks.name(draft, about);
            case ACCESS -> StaffAccess.name(draft, about);
            default -> "";
        };
    }

    private static String subject(Owing owing, Heard about) {
        String name = owing.template().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (owing.template()) {
            case CLOCK ->
                    about.event() instanceof ClockAtRisk
                            ? "clock-alarm.at-risk.subject"
                            : "clock-alarm.breached.subject";
            case REVIEW, GATE ->
                    name + (owing.occasion() == Occasion.VOIDED ? ".voided.subject" : ".subject");
            default -> name + ".subject";
        };
    }

    private static void body(
            Draft draft,
            Owing owing,
            CaseFacts facts,
            Heard about,
            Sight sight,
            Map<String, String> names) {
        switch (owing.template()) {
            case NEW_REPORT -> {
                draft.say("new-report.sentence");
                if (about.event() instanceof ReportReceived received) {
                    draft.fact("new-report.channel", channel(draft, received));
                }
            }
            case ASSIGNED -> StaffTasks.assigned(draft, about, sight);
            case ESCALATION, DEPUTY -> StaffTasks.escalated(draft, owing, about, sight);
            case CLOCK -> StaffClocks.alarm(draft, owing, facts, about, sight, names);
            case REPLIED -> draft.say("replied." + StaffTasks.reply(about.event()));
            case REVIEW, GATE -> StaffTasks.check(draft, owing, facts, about, sight);
            case ACCESS -> StaffAccess.told(draft, about, sight);
            default ->
                    throw new IllegalArgumentException(owing.template() + " is no mail to staff");
        }
    }

    /** What a reader may not open it does not name either. */
    private static void foot(Draft draft, Owing owing, CaseFacts facts, Heard about, Sight sight) {
        sight.standsIn()
                .ifPresent(
                        absence ->
                                draft.fact("staff.stands-in", absence.staff().value())
                                        .fact(
                                                "staff.stands-in.until",
                                                draft.date(absence.until())));
        draft.fact("staff.code", owing.trackingCode().value());
        if (sight.theCase()) {
            draft.fact("staff.severity", severity(draft, facts));
        }
        if (owing.template() != Template.ACCESS) {
            StaffTasks.due(draft, owing, facts, about, sight);
        }
        draft.fact("staff.said", draft.instant(owing.causedAt()));
        if (sight.theCase()) {
            draft.fact("staff.link", draft.link("/desk/cases/" + owing.caseId()));
        }
        draft.say(sight.theCase() ? "staff.foot" : "staff.foot.not-yours");
    }

    private static String channel(Draft draft, ReportReceived received) {
        return draft.words(
                "new-report.channel." + received.channel().name().toLowerCase(Locale.ROOT));
    }

    static String severity(Draft draft, CaseFacts facts) {
        return facts.scored()
                .map(
                        scored ->
                                Severities.ofPolicy(scored.severity())
                                        .map(
                                                level ->
                                                        draft.policy()
                                                                .severity()
                                                                .name(level, draft.language()))
                                        .orElseGet(() -> draft.words("staff.severity.none")))
                .orElseGet(() -> draft.words("staff.severity.unscored"));
    }
}
