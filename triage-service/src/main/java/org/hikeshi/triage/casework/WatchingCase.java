package org.hikeshi.triage.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClockAtRisk;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.ReopeningReason;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.Timers;
import org.hikeshi.triage.absence.TeamAbsences;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.hikeshi.triage.escalation.Escalations;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.standing.CaseStanding;
import org.hikeshi.triage.task.SettlingTasks;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a case and says what has become true by its facts and the time. Looking twice says
 * nothing twice. The case's key is locked by the caller.
 */
@ApplicationScoped
public class WatchingCase {
    /** Kind of the timers that make the desk look again. */
    static final String LOOK = "look-at-case";

    /** Timers keep microseconds; what is due then is surely due a millisecond later. */
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final OpeningDesk desks;
    private final CaseList list;
    private final SettlingTasks tasks;
    private final TeamAbsences absences;
    private final CaseLock lock;
    private final Clock clock;

    WatchingCase(
            OpeningDesk desks,
            CaseList list,
            SettlingTasks tasks,
            TeamAbsences absences,
            CaseLock lock,
            Clock clock) {
        this.desks = desks;
        this.list = list;
        this.tasks = tasks;
        this.absences = absences;
        this.lock = lock;
        this.clock = clock;
    }

    /** The same for who does not hold the case's key yet; of several in the order of their ids. */
    public void lockAndLook(Connection connection, CaseId caseId) throws SQLException {
        lock.take(connection, caseId);
        look(connection, caseId, null, null);
    }

    /** The same in a transaction of its own, within moments. */
    public void lookSoon(Connection connection, CaseId caseId) throws SQLException {
        Timer timer = new Timer(UUID.randomUUID(), LOOK, clock.instant(), caseId.toString());
        Timers.schedule(connection, timer);
    }

    /**
     * @param cause the event by which it changed, if one did
     * @param by the person by whose act it changed, if one did; they are not told of tasks
     */
    public void look(
            Connection connection,
            CaseId caseId,
            @Nullable IncomingEvent cause,
            @Nullable StaffId by)
            throws SQLException {
        Optional<CaseDesk> opened = desks.open(connection, caseId, clock.instant(), cause);
        if (opened.isEmpty()) {
            return;
        }
        CaseDesk desk = opened.get();
        absences.settle(desk);
        if (CaseState.of(desk.facts()) != CaseState.MERGED) {
            reopenWhatIsNotFixed(desk);
            sayWhatIsLate(desk);
            for (Escalated owed :
                    Escalations.owed(caseId, desk.facts(), desk.policy(), desk.now())) {
                desk.say(owed);
            }
        }
        CaseStanding standing = CaseStanding.of(desk.facts(), desk.policy(), desk.now());
        tasks.settle(desk, standing, by);
        list.update(desk, standing);
        lookAgain(desk, standing.clocks());
    }

    /** "Not fixed" from the reporter opens a closed case again (E4.4). */
    private static void reopenWhatIsNotFixed(CaseDesk desk) throws SQLException {
        CaseFacts facts = desk.facts();
        Optional<Instant> notFixed = facts.notFixedAt();
        boolean since =
                facts.closure()
                        .filter(
                                closed ->
                                        notFixed.filter(at -> at.isAfter(closed.at())).isPresent())
                        .isPresent();
        if (since) {
            desk.say(
                    new CaseReopened(
                            desk.caseId(),
                            facts.nextClosureRevision(),
                            ReopeningReason.NOT_FIXED,
                            desk.now()));
        }
    }

    private static void sayWhatIsLate(CaseDesk desk) throws SQLException {
        for (CaseTimer timer : Clocks.of(desk.facts(), desk.policy()).all()) {
            Optional<Instant> due = timer.dueAt();
            if (due.isEmpty()) {
                continue;
            }
            switch (timer.state(desk.now())) {
                case AT_RISK -> {
                    if (!warned(timer, due.get(), desk.facts())) {
                        desk.say(
                                new ClockAtRisk(
                                        desk.caseId(),
                                        timer.clock(),
                                        timer.product(),
                                        due.get(),
                                        desk.now()));
                    }
                }
                case BREACHED -> {
                    if (!breached(timer, due.get(), desk.facts())) {
                        desk.say(
                                new ClockBreached(
                                        desk.caseId(),
                                        timer.clock(),
                                        timer.product(),
                                        due.get(),
                                        desk.now()));
                    }
                }
                case RUNNING, MET, MISSED, ENDED -> {}
            }
        }
    }

    private static boolean warned(CaseTimer timer, Instant due, CaseFacts facts) {
        return facts.all(ClockAtRisk.class)
                .anyMatch(
                        one ->
                                one.clock() == timer.clock()
                                        && java.util.Objects.equals(one.product(), timer.product())
                                        && one.due().equals(due));
    }

    private static boolean breached(CaseTimer timer, Instant due, CaseFacts facts) {
        return facts.all(ClockBreached.class)
                .anyMatch(
                        one ->
                                one.clock() == timer.clock()
                                        && java.util.Objects.equals(one.product(), timer.product())
                                        && one.due().equals(due));
    }

    private static void lookAgain(CaseDesk desk, Clocks clocks) throws SQLException {
        Optional<Instant> next = clocks.lookAgain(desk.now());
        if (next.isPresent()) {
            String name = LOOK + "/" + desk.caseId() + "/" + next.get();
            UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
            Instant at = next.get().plus(JUST_AFTER);
            Timers.schedule(desk.connection(), new Timer(id, LOOK, at, desk.caseId().toString()));
        }
    }
}
