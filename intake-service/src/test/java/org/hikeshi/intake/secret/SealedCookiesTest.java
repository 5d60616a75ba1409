package org.hikeshi.intake.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SealedCookiesTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-12-01T00:00:00Z"));
    private final IntakeSecret secret = new IntakeSecret(new byte[32]);
    private final SealedCookies cookies =
            new SealedCookies(secret, "received", Duration.ofMinutes(30), now::get);

    @Test
    void comesBackWithinItsTime() {
        String sealed = cookies.seal("value 1");
        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("value");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(29)));
        assertThat(cookies.open(sealed)).contains("value 1");
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(2)));
        assertThat(cookies.open(sealed)).isEmpty();
    }

    @Test
    void isWorthNothingElsewhere() {
        String sealed = cookies.seal("value");
        assertThat(
                        new SealedCookies(secret, "status", Duration.ofMinutes(30), now::get)
                                .open(sealed))
                .isEmpty();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(
                        new SealedCookies(
                                        new IntakeSecret(other),
                                        "received",
                                        Duration.ofMinutes(30),
                                        now::get)
                                .open(sealed))
                .isEmpty();
    }

    @Test
    void changedOrInventedIsNothing() {
        String sealed = cookies.seal("value");
        for (int i = 0; i < sealed.length() - 1; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(cookies.open(sealed.substring(0, i) + other + sealed.substring(i + 1)))
                    .isEmpty();
        }
        for (String junk : new String[] {"", "A", "%%%", "A".repeat(5_000)}) {
            assertThat(cookies.open(junk)).isEmpty();
        }
    }
}
