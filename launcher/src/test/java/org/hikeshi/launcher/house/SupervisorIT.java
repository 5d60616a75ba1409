package org.hikeshi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hikeshi.parts.ProcessPlan;
import org.hikeshi.parts.WatchedProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The supervisor with processes that do nothing but live. */
class SupervisorIT {
    @TempDir private Path dir;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Supervisor supervisor =
            new Supervisor(new Hearing(), Clock.systemUTC(), Duration.ofMillis(50));

    @Test
    void whatIsKilledIsStartedAgainAndSaidSo() throws Exception {
        var sleeper = new StandIn("sleeper", "sleep 600");
        supervisor.keep(sleeper);
        long first = sleeper.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("sleeper ended 137 waits 50");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("sleeper is back");
        assertThat(sleeper.pid()).isNotEqualTo(first);
        supervisor.stopAll();
    }

    @Test
    void whatDiesAgainAndAgainIsStartedLessAndLessOften() throws Exception {
        var dying = new StandIn("dying", "false");
        supervisor.keep(dying);

        for (int waits : List.of(50, 100, 200)) {
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("dying ended 1 waits " + waits);
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("dying is back");
        }
        supervisor.stopAll();
    }

    @Test
    void afterStopNothingIsStartedAgainAndNothingRuns() throws Exception {
        var sleeper = new StandIn("sleeper", "sleep 600");
        supervisor.keep(sleeper);
        ProcessHandle process = ProcessHandle.of(sleeper.pid()).orElseThrow();

        supervisor.stopAll();

        assertThat(process.isAlive()).isFalse();
        assertThat(heard).isEmpty();
    }

    private final class Hearing implements Supervisor.Listener {
        @Override
        public void ended(Resident who, int status, Duration waits) {
            heard.add(who.name() + " ended " + status + " waits " + waits.toMillis());
        }

        @Override
        public void startedAgain(Resident who) {
            heard.add(who.name() + " is back");
        }

        @Override
        public void failedToStart(Resident who, String sentence) {
            heard.add(who.name() + " failed");
        }
    }

    /**
     * Runs a command of the system; the folder in the environment of {@code sh -c} marks it as
     * ours.
     */
    private final class StandIn implements Resident {
        private final WatchedProcess process;

        StandIn(String name, String command) {
            Path home = dir.resolve(name);
            String script = "trap 'kill $!; exit 0' TERM; " + command + " & wait $!";
            List<String> words = List.of("sh", "-c", script, home.toString());
            process =
                    WatchedProcess.start(
                            new ProcessPlan(
                                    name,
                                    home,
                                    home.resolve(name + ".log"),
                                    "TERM",
                                    words,
                                    Map.of()));
        }

        @Override
        public String name() {
            return process.name();
        }

        @Override
        public void start() {
            process.startAgain();
        }

        @Override
        public CompletableFuture<Integer> ended() {
            return process.ended();
        }

        @Override
        public void stop() {
            process.stop();
        }

        @Override
        public long pid() {
            return process.pid();
        }
    }
}
