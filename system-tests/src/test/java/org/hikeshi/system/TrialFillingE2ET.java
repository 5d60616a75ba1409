package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Filling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code demo --fill} is broken off again and again, now before a deed was heard and now before its
 * answer was, and begun anew each time: in the end everything is there once. The parts that take
 * long by their nature (all devices, a rollout, the whole story) are left to a person who looks on.
 */
@Timeout(120)
class TrialFillingE2ET {
    private static final List<String> LEFT_OUT = List.of("devices", "stopped", "whole");
    private static final List<String> ALL =
            List.of(
                    "devices",
                    "stopped",
                    "whole",
                    "catalogue",
                    "customers",
                    "records",
                    "new",
                    "waiting",
                    "critical",
                    "duplicate",
                    "not-affected",
                    "mitigated",
                    "fixed",
                    "distributed",
                    "disclosed",
                    "notice",
                    "forged");

    /** What is there afterwards and was not before. */
    private static final List<Counted> COUNTED =
            List.of(
                    new Counted("intake", "report", 50),
                    said("intake", "reporter-asked", 1),
                    said("triage", "case-confirmed", 12),
                    said("triage", "scored", 7),
                    said("triage", "report-joined", 1),
                    new Counted("release", "product", 3),
                    new Counted("release", "unit", 240),
                    new Counted("release", "remediation", 4),
                    new Counted("release", "campaign", 2),
                    said("release", "mitigation-ready", 1),
                    said("release", "patch-ready", 3),
                    said("release", "ota-distributed", 2),
                    new Counted("disclosure", "advisory", 3),
                    said("disclosure", "disclosure-date-proposed", 1),
                    said("disclosure", "disclosed", 1),
                    said("disclosure", "notice-published", 1),
                    new Counted("notifier", "customer", 8),
                    new Counted("notifier", "own_task WHERE kind = 'BOUNCE'", 1),
                    parked("intake"),
                    parked("triage"),
                    parked("notifier"));

    private record Counted(String database, String rows, long more) {}

    private final RunningSystem system = RunningSystem.get();
    private @TempDir Path folder;

    private static Counted said(String service, String type, long more) {
        return new Counted(service, "ledger WHERE type = 'org.hikeshi." + type + ".v1'", more);
    }

    private static Counted parked(String service) {
        return new Counted(service, "parked_record WHERE cause = 'forged'", 1);
    }

    @Test
    void whateverIsBrokenOffIsGoneOnWithAndNothingIsDoubled() throws Exception {
        Map<Counted, Long> before = counts();
        Path done = marked("once", LEFT_OUT);
        assertThat(brokenOff(done, 23)).as("the interruptions").isGreaterThan(4);
        fill(new Door(system.origin(), system.people()), done);

        Map<Counted, Long> expected = new LinkedHashMap<>();
        COUNTED.forEach(one -> expected.put(one, before.getOrDefault(one, 0L) + one.more()));
        try {
            Waiting.until("all is there", Duration.ofSeconds(20), () -> counts().equals(expected));
        } catch (AssertionError late) {
            assertThat(counts()).isEqualTo(expected); // says what it is
        }
    }

    /** The control: without the notes of what was done, the same interruption doubles. */
    @Test
    void withoutItsNotesItWouldDouble() throws Exception {
        long before = system.count("intake", "report");
        List<String> others = ALL.stream().filter(part -> !part.equals("waiting")).toList();
        Path done = marked("forgetful", others);
        try {
            fill(new BreakingDoor(system, 1), done);
        } catch (BrokenOff brokenOff) {
            Files.delete(done.resolveSibling("filled.notes"));
        }
        fill(new Door(system.origin(), system.people()), done);
        assertThat(system.count("intake", "report") - before).isEqualTo(3);
    }

    /** Begins anew after every interruption; how many there were. */
    private int brokenOff(Path done, int deeds) throws Exception {
        for (int times = 0; ; times++) {
            try {
                fill(new BreakingDoor(system, deeds + times), done);
                return times;
            } catch (BrokenOff again) {
                assertThat(times).isLessThan(100);
            }
        }
    }

    private void fill(Door door, Path done) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        new Filling(door, system.kafka(), nowhere, false, done).run();
    }

    /** A file as {@code --fill} keeps it, of somebody who has these parts already. */
    private Path marked(String name, List<String> parts) throws IOException {
        Properties marks = new Properties();
        parts.forEach(part -> marks.setProperty(part, Instant.now().toString()));
        Path file = Files.createDirectory(folder.resolve(name)).resolve("filled.properties");
        try (var to = Files.newBufferedWriter(file)) {
            marks.store(to, null);
        }
        return file;
    }

    private Map<Counted, Long> counts() throws Exception {
        Map<Counted, Long> counts = new LinkedHashMap<>();
        for (Counted one : COUNTED) {
            counts.put(one, system.count(one.database(), one.rows()));
        }
        return counts;
    }

    private static final class BrokenOff extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The process ends at a deed: at every other one before anybody has heard of it. */
    private static final class BreakingDoor extends Door {
        private int left;
        private final boolean heard;

        BreakingDoor(RunningSystem system, int deeds) throws IOException {
            super(system.origin(), system.people());
            this.left = deeds;
            this.heard = deeds % 2 == 1;
        }

        @Override
        protected Answer once(Call call) {
            if (call.method().equals("GET") || --left > 0) {
                return super.once(call);
            }
            if (heard) {
                super.once(call);
            }
            throw new BrokenOff();
        }
    }
}
