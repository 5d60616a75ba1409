package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.hikeshi.system.ReporterClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Says to the origin what no browser says. Each time: a clean error or a closed connection, in
 * bounded time; afterwards no process has died and a report is taken as before. Counts are bounded
 * and everything stays on 127.0.0.1.
 */
abstract class Hostility {
    static final Duration SILENCE = Duration.ofSeconds(20);
    static final int MIB = 1 << 20;
    static final String CLOSE = "Connection: close\r\n\r\n";

    final RunningSystem system = RunningSystem.get();
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void remembersWhoRuns() {
        before = system.pids();
    }

    @AfterEach
    void nobodyDiedAndReportsAreTaken() throws IOException {
        assertThat(system.pids()).isEqualTo(before);
        Reply good = system.reporter().report("{\"description\":\"after hostile input\"}");
        assertThat(good.status()).as(good.text()).isEqualTo(201);
    }

    String host() {
        return system.origin().getAuthority();
    }

    RawHttp.Answer talk(String said) throws IOException {
        try (RawHttp http = new RawHttp(system.httpPort())) {
            try {
                http.say(said.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedWhileTalking) {
                // Whoever is flooded may hang up; what was said before that still counts.
            }
            return http.hear(SILENCE);
        }
    }

    static void cleanOrClosed(RawHttp.Answer answer, String about, Integer... statuses) {
        if (answer.status() == 0) {
            assertThat(answer.closed()).as(about + ": neither answered nor closed").isTrue();
        } else {
            CleanError.is(answer, about, statuses);
        }
    }
}
