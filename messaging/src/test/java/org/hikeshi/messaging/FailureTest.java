package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "40001", "40P01", "55P03"})
    void aDatabaseThatIsAwayOrBusyPasses(String state) {
        assertThat(Failure.of(new DatabaseException(new SQLException("x", state))))
                .isEqualTo(Failure.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22001"})
    void whatTheDatabaseObjectsToDoesNotPass(String state) {
        assertThat(Failure.of(new RuntimeException(new SQLException("x", state))))
                .isEqualTo(Failure.UNEXPECTED);
    }

    @Test
    void aPoolWithoutConnectionsPasses() {
        assertThat(Failure.of(new SQLTransientConnectionException())).isEqualTo(Failure.TRANSIENT);
        assertThat(Failure.of(new SQLException("Acquisition timeout")))
                .isEqualTo(Failure.TRANSIENT);
    }

    @Test
    void unreadableIsFoundAmongCauses() {
        assertThat(Failure.of(new RuntimeException(new UnreadableEventException("n"))))
                .isEqualTo(Failure.UNREADABLE);
    }

    @Test
    void aDescriptionHoldsNoContent() {
        assertThat(Failure.describe(new IllegalStateException("Mr Smith")))
                .isEqualTo("IllegalStateException");
        assertThat(Failure.describe(new DatabaseException(new SQLException("Mr Smith", "23505"))))
                .isEqualTo("database, SQLSTATE 23505");
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

        assertThat(backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(1_000)).isEqualTo(Duration.ofSeconds(10));
    }
}
