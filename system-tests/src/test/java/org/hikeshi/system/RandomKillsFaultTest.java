package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.system.kills.CrookedRun;
import org.hikeshi.system.kills.KillsChecker;
import org.hikeshi.system.kills.KillsChecker.Judgement;
import org.hikeshi.system.kills.RunFacts;
import org.hikeshi.system.kills.RunFacts.Answered;
import org.hikeshi.system.kills.RunFacts.CaseRow;
import org.hikeshi.system.kills.RunFacts.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reports while services, broker, database and mailbox are killed at random (SIGKILL, restarted by
 * the launcher): nothing lost, nothing twice, nothing invented. The judge is {@link KillsChecker};
 * the second test shows that it condemns a desk that is built in the usual way.
 *
 * <p>200 reports and 10 kills; {@code -Dhikeshi.long} 2,000 and 100; {@code -Dhikeshi.seed=N}
 * repeats the choice of victims.
 */
class RandomKillsFaultTest {
    private static final boolean LONG = System.getProperty("hikeshi.long") != null;
    private static final int REPORTS = LONG ? 2_000 : 200;
    private static final int KILLS = LONG ? 100 : 10;

    private final RunningSystem system = RunningSystem.get();

    @Test
    @Timeout(2_400)
    void everyAnsweredReportIsKeptAndAcknowledgedOnce() throws Exception {
        long seed = Long.getLong("hikeshi.seed", System.nanoTime());
        System.out.printf("random kills: -Dhikeshi.seed=%d%n", seed);
        KillRun run = new KillRun(system, REPORTS, KILLS, new Random(seed));
        RunFacts facts = run.go();
        Judgement judgement = KillsChecker.judge(facts);
        System.out.printf(
                "random kills: %d reports answered, %s killed, %d mails, %d repeats in the dot"
                        + " window%n",
                facts.answered().size(),
                run.victims(),
                facts.mails().size(),
                judgement.excusedRepeats());
        assertThat(judgement.violations())
                .as("seed " + seed + ", killed " + facts.kills())
                .isEmpty();
        assertThat(facts.answered()).hasSize(REPORTS);
        assertThat(facts.kills()).hasSize(KILLS);
        assertThat(judgement.excusedRepeats())
                .as("at most what notifiers had in flight at a kill")
                .isLessThanOrEqualTo(KILLS);
    }

    @Test
    @Timeout(180)
    void theSameJudgeCondemnsADualWriteWithoutInbox(@TempDir Path folder) throws Exception {
        String jdbcUrl = system.createDatabase("crooked");
        List<Answered> answered = new ArrayList<>();
        RunFacts facts;
        try (CrookedRun desk =
                new CrookedRun(jdbcUrl, system.kafka(), system.smtpPort(), folder.resolve("log"))) {
            Waiting.until(
                    "the crooked desk takes reports",
                    Duration.ofSeconds(60),
                    () -> answered.add(crookedReport(desk)));
            for (int i = 0; i < 4; i++) {
                answered.add(crookedReport(desk));
            }
            Waiting.until(
                    "on a sunny day it works",
                    Duration.ofSeconds(60),
                    () ->
                            crookedCases(jdbcUrl, answered) == 5
                                    && crookedFacts(jdbcUrl, answered).mails().size() == 5);
            assertThat(KillsChecker.judge(crookedFacts(jdbcUrl, answered)).violations()).isEmpty();
            system.freeze("kafka");
            try {
                for (int i = 0; i < 5; i++) {
                    answered.add(crookedReport(desk));
                }
                desk.killAndRestart(() -> system.thaw("kafka"));
            } finally {
                system.thaw("kafka");
            }
            Waiting.until(
                    "it consumes again",
                    Duration.ofSeconds(60),
                    () -> {
                        RunFacts now = crookedFacts(jdbcUrl, answered);
                        return crookedCases(jdbcUrl, answered) >= 10 && now.mails().size() >= 10;
                    });
            facts = crookedFacts(jdbcUrl, answered);
        }
        List<String> violations = KillsChecker.judge(facts).violations();
        assertThat(violations)
                .as("lost by the dual write")
                .anyMatch(v -> v.startsWith("crooked has [] for"))
                .anyMatch(v -> v.endsWith("was never acknowledged by mail"));
        assertThat(violations)
                .as("doubled for want of an inbox")
                .anyMatch(v -> v.startsWith("crooked has [CaseRow"))
                .anyMatch(v -> v.endsWith("was acknowledged by two different mails"));
    }

    private static Answered crookedReport(CrookedRun desk)
            throws IOException, InterruptedException {
        String email = "crooked-" + UUID.randomUUID() + "@example.com";
        return new Answered(desk.report(email), email);
    }

    private int crookedCases(String jdbcUrl, List<Answered> answered) throws Exception {
        return crookedFacts(jdbcUrl, answered).cases().getOrDefault("crooked", List.of()).size();
    }

    private RunFacts crookedFacts(String jdbcUrl, List<Answered> answered) throws Exception {
        List<Stored> stored = new ArrayList<>();
        List<CaseRow> cases = new ArrayList<>();
        try (Connection db = java.sql.DriverManager.getConnection(jdbcUrl);
                var statement = db.createStatement()) {
            try (var rows = statement.executeQuery("SELECT code, report_id, case_id FROM report")) {
                while (rows.next()) {
                    stored.add(
                            new Stored(
                                    rows.getString(1),
                                    rows.getObject(2, UUID.class),
                                    rows.getObject(3, UUID.class)));
                }
            }
            try (var rows = statement.executeQuery("SELECT case_id, report_id FROM desk_case")) {
                while (rows.next()) {
                    cases.add(
                            new CaseRow(
                                    rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
                }
            }
        }
        Set<String> codes = new HashSet<>();
        answered.forEach(a -> codes.add(a.trackingCode()));
        return new RunFacts(
                answered,
                stored,
                new HashMap<>(Map.of("crooked", cases)),
                new KeptRows(system).mails(to -> to.startsWith("crooked-")),
                codes,
                List.of());
    }
}
