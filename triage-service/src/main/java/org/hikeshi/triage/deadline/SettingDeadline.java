package org.hikeshi.triage.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.casefile.ToldKind;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.ProductId;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.casework.WordsToReporter;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.jspecify.annotations.Nullable;

/** Sets an individual deadline, with a reason that the reporter is told. */
@ApplicationScoped
public class SettingDeadline {
    private static final Set<CaseClock> MOVABLE =
            Set.of(
                    CaseClock.RESULT,
                    CaseClock.TIMELINE,
                    CaseClock.MITIGATION,
                    CaseClock.FIX,
                    CaseClock.PUBLICATION);

    private final ActingOnCase acting;
    private final CaseTexts texts;
    private final WordsToReporter words;

    SettingDeadline(ActingOnCase acting, CaseTexts texts, WordsToReporter words) {
        this.acting = acting;
        this.texts = texts;
        this.words = words;
    }

    /**
     * As given.
     *
     * @param dueAt the new date, in the future
     * @param productId for one product; null for all the clock runs for
     */
    public record Wish(
            @Nullable Instant dueAt, @Nullable ProductId productId, @Nullable ToldText reason) {}

    public Acted set(Person person, CaseId caseId, String clock, Wish wish) {
        Optional<CaseClock> known = clock(clock);
        if (known.isEmpty()) {
            return new Acted.NotFound();
        }
        return acting.act(
                person, caseId, CaseAct.SET_DEADLINE, desk -> set(desk, person, known.get(), wish));
    }

    private Acted set(CaseDesk desk, Person person, CaseClock clock, Wish wish)
            throws SQLException {
        if (!MOVABLE.contains(clock)) {
            return Acted.refused("clock-not-movable");
        }
        Instant due = wish.dueAt();
        if (due == null || !due.isAfter(desk.now())) {
            return Acted.invalid("/dueAt", "date-in-future");
        }
        ToldText reason = wish.reason();
        if (reason == null || reason.isEmpty()) {
            return Acted.invalid("/reason", "reason-needed");
        }
        Optional<CaseTimer> timer =
                AnnouncingDeadlines.find(
                        Clocks.of(desk.facts(), desk.policy()), clock, wish.productId());
        if (timer.isEmpty()) {
            return Acted.refused("clock-not-running");
        }
        if (timer.get().stoppedAt().isPresent()) {
            return Acted.refused("clock-stopped");
        }
        if (timer.get().state(desk.now()) == CaseTimer.State.BREACHED) {
            return Acted.refused("deadline-passed");
        }
        AnnouncingDeadlines.say(
                desk,
                clock,
                wish.productId(),
                timer.get().dueAt().orElse(null),
                due,
                DeadlineReason.INDIVIDUAL);
        texts.keep(desk, person, CaseTexts.Kind.DEADLINE, reason.complete().toString());
        words.tell(desk, ToldKind.TIMELINE_REASON, reason);
        return Acted.done();
    }

    private static Optional<CaseClock> clock(String written) {
        for (CaseClock clock : CaseClock.values()) {
            String name = clock.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(written) && clock != CaseClock.UNKNOWN) {
                return Optional.of(clock);
            }
        }
        return Optional.empty();
    }
}
