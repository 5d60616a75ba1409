package org.hikeshi.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.hikeshi.trust.SessionSeal.Session;
import org.junit.jupiter.api.Test;

/** How long a session lives. */
class SessionsTest {

    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    private static Session ciso(Duration seenAfter) {
        return new Session("ciso", START, START.plus(seenAfter));
    }

    @Test
    void halfAnHourAfterTheLastPageItEnds() {
        Session session = ciso(Duration.ofMinutes(60));
        assertThat(Sessions.lives(session, START.plus(Duration.ofMinutes(89)))).isTrue();
        assertThat(Sessions.lives(session, START.plus(Duration.ofMinutes(90)))).isFalse();
    }

    @Test
    void afterTwelveHoursItEndsInAnyCase() {
        Session session = ciso(Duration.ofHours(12).minusMinutes(1));
        Instant end = START.plus(Duration.ofHours(12));
        assertThat(Sessions.lives(session, end.minusSeconds(1))).isTrue();
        assertThat(Sessions.lives(session, end)).isFalse();
    }

    @Test
    void aSessionFromTheFutureIsNone() {
        assertThat(Sessions.lives(ciso(Duration.ofMinutes(5)), START)).isFalse();
    }
}
