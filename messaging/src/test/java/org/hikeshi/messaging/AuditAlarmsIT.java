package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.messaging.AuditAlarms.Untold;
import org.hikeshi.parts.Database;
import org.junit.jupiter.api.Test;

/** What is told of the record, how often, and by which of several replicas. */
class AuditAlarmsIT {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant BEGAN = Instant.parse("2026-04-01T00:00:00Z");
    private static final AuditSealer.Settings SETTINGS =
            new AuditSealer.Settings(
                    7,
                    Duration.ofMillis(10),
                    1_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60),
                    Optional.empty());

    private final Database database = House.database("told");
    private final JdbcTransactions transactions = new JdbcTransactions(House.dataSource(database));
    private Instant now = BEGAN.plus(Duration.ofMinutes(1));
    private final AuditAlarms one = new AuditAlarms(() -> now, SETTINGS);
    private final AuditAlarms two = new AuditAlarms(() -> now, SETTINGS);

    @Test
    void itIsToldAtOnceAndThenOncePerHourWhileItLasts() {
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).containsExactly(raised(AuditCause.NOT_CHAINED));
        for (int minute = 1; minute < 60; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(told(one)).as("minute " + minute).isEmpty();
        }
        now = now.plus(Duration.ofMinutes(1));
        assertThat(told(one)).containsExactly(raised(AuditCause.NOT_CHAINED));
    }

    /** A clock that was put right again must not have silenced a cause for as long. */
    @Test
    void whatAClockThatRanAheadToldIsToldAgain() {
        Instant right = now;
        now = now.plus(Duration.ofDays(90));
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).hasSize(1);
        now = right;
        assertThat(told(one)).containsExactly(raised(AuditCause.NOT_CHAINED));
        assertThat(told(one)).isEmpty();
        assertThat(quiet()).containsExactly(over(AuditCause.NOT_CHAINED));
    }

    @Test
    void anotherCauseIsToldBesideIt() {
        one.raise(AuditCause.NOT_EXPORTED, BEGAN);
        assertThat(told(one)).containsExactly(raised(AuditCause.NOT_EXPORTED));
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).containsExactly(raised(AuditCause.NOT_CHAINED));
    }

    @Test
    void whatOnlyFollowsIsNotToldBesideItsCause() {
        one.raise(AuditCause.KEY, BEGAN);
        one.raise(AuditCause.NOT_SIGNED, BEGAN);
        assertThat(told(one)).containsExactly(raised(AuditCause.KEY));
        one.raise(AuditCause.CHANGED, BEGAN);
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).containsExactly(raised(AuditCause.CHANGED));
    }

    @Test
    void replicasTellOnceTogetherAndTheEndWhenNoneSeesItAnyMore() {
        one.raise(AuditCause.NOT_EXPORTED, BEGAN);
        two.raise(AuditCause.NOT_EXPORTED, BEGAN);
        assertThat(told(one)).hasSize(1);
        assertThat(told(two)).isEmpty();
        for (int look = 0; look < 60; look++) {
            pass(one);
            assertThat(told(one)).as("the other one still sees it").isEmpty();
            assertThat(told(two)).isEmpty();
        }
        List<Untold> ends = new ArrayList<>();
        for (int look = 0; look < 60; look++) {
            pass(one, two);
            ends.addAll(told(one));
            ends.addAll(told(two));
        }
        assertThat(ends).containsExactly(over(AuditCause.NOT_EXPORTED));
    }

    /** It knows nothing yet, and a service is often started anew because of the alarm. */
    @Test
    void aServiceThatWasJustStartedSaysNoEnd() {
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).hasSize(1);
        now = now.plus(Duration.ofMinutes(10));
        assertThat(told(two)).isEmpty();
        pass(two);
        assertThat(told(two)).isEmpty();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(told(two)).as("nobody looked meanwhile").isEmpty();

        now = now.plus(Duration.ofMinutes(10));
        two.raise(AuditCause.NOT_CHAINED, BEGAN.plus(Duration.ofMinutes(9)));
        assertThat(told(two)).as("told before, less than an hour ago").isEmpty();
        now = now.plus(Duration.ofMinutes(31));
        assertThat(told(two))
                .as("since it began, and not since the start")
                .containsExactly(raised(AuditCause.NOT_CHAINED));
    }

    @Test
    void whatComesBackAfterItsEndIsToldAtOnceAndTheNextEndWaits() {
        one.raise(AuditCause.NOT_CHAINED, BEGAN);
        assertThat(told(one)).hasSize(1);
        assertThat(quiet()).containsExactly(over(AuditCause.NOT_CHAINED));

        Instant again = now;
        one.raise(AuditCause.NOT_CHAINED, again);
        assertThat(told(one)).containsExactly(new Untold(AuditCause.NOT_CHAINED, again, false));
        assertThat(quiet()).as("an end was told less than an hour ago").isEmpty();
        one.raise(AuditCause.NOT_CHAINED, now);
        assertThat(told(one)).as("who was told still believes it").isEmpty();
        now = now.plus(HOUR);
        assertThat(told(one)).hasSize(1);
        assertThat(quiet()).hasSize(1);
    }

    /** Nothing is told of what is told to nobody: the transaction was rolled back. */
    @Test
    void whatWasNotSaidIsTakenAgain() {
        one.raise(AuditCause.KEY, BEGAN);
        try {
            transactions.doInTransaction(
                    connection -> {
                        assertThat(one.takeUntold(connection, HOUR)).hasSize(1);
                        throw new IllegalStateException("the ledger refused");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the ledger refused");
        }
        assertThat(told(one)).containsExactly(raised(AuditCause.KEY));
    }

    /** Looks of ten minutes that see nothing, and what was told of it. */
    private List<Untold> quiet() {
        List<Untold> all = new ArrayList<>();
        for (int look = 0; look < 120; look++) {
            pass(one);
            all.addAll(told(one));
        }
        return all;
    }

    private void pass(AuditAlarms... who) {
        now = now.plus(Duration.ofSeconds(5));
        for (AuditAlarms each : who) {
            for (AuditCause cause : AuditCause.values()) {
                each.clear(cause);
            }
        }
    }

    private List<Untold> told(AuditAlarms who) {
        return transactions.inTransaction(connection -> who.takeUntold(connection, HOUR));
    }

    private static Untold raised(AuditCause cause) {
        return new Untold(cause, BEGAN, false);
    }

    private static Untold over(AuditCause cause) {
        return new Untold(cause, BEGAN, true);
    }
}
