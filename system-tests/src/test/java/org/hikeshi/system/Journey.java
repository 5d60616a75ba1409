package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hikeshi.launcher.demo.Demo;
import org.hikeshi.launcher.demo.Story;

/**
 * Walks the story of the demonstration through a running system and looks around after each step,
 * once everything that follows from it has been said and told.
 */
final class Journey implements AutoCloseable {
    private static final Duration SETTLED = Duration.ofSeconds(90);

    /**
     * What a step led to.
     *
     * @param step the step's sentence
     * @param letters mails that left because of it
     * @param facts short names of the facts that were added, in the order of their times
     * @param tasks all that are open now
     * @param milestones name and state, as the CISO sees them
     */
    record Seen(
            String step,
            List<SentLetter> letters,
            List<String> facts,
            Set<String> tasks,
            Map<String, String> milestones) {

        /** Addressee and subject of each mail, sorted; a repeated delivery counts once. */
        Set<String> mails() {
            Set<String> lines = new TreeSet<>();
            letters.forEach(letter -> lines.add(letter.line()));
            return lines;
        }

        @Override
        public String toString() {
            return "%s%n  mails %s%n  facts %s%n  tasks %s%n  milestones %s"
                    .formatted(step, mails(), facts, tasks, milestones);
        }
    }

    private final RunningSystem system;
    private final Story story;
    private final Set<String> letters = new HashSet<>();
    private int facts;

    private Journey(RunningSystem system, Story story) {
        this.system = system;
        this.story = story;
    }

    /** A system of its own under this policy. */
    static Journey under(SecondsPolicy policy, String name) throws Exception {
        Path file = policy.writtenTo(Path.of("target", "policies").toAbsolutePath());
        RunningSystem system = RunningSystem.under(file, name);
        Story story =
                new Story(
                        Demo.door(system.origin().toString(), system.people()),
                        Clock.systemUTC(),
                        new Random(7));
        return new Journey(system, story);
    }

    RunningSystem system() {
        return system;
    }

    Story story() {
        return story;
    }

    /** Does one step and waits for what follows. */
    Seen walk(Story.Step step) throws Exception {
        step.deed().run();
        Waiting.until("all is said and told after: " + step.en(), SETTLED, this::isSettled);
        return look(step.en());
    }

    Seen look(String step) {
        List<SentLetter> fresh =
                SentLetter.all(system).stream().filter(one -> letters.add(one.id())).toList();
        if (caseId().isEmpty()) {
            return new Seen(step, fresh, List.of(), Set.of(), Map.of());
        }
        CaseRecords records = new CaseRecords(system, caseId());
        List<String> all = records.story();
        List<String> added = new ArrayList<>(all.subList(Math.min(facts, all.size()), all.size()));
        facts = all.size();
        return new Seen(step, fresh, added, new TreeSet<>(records.openTasks()), milestones());
    }

    private String caseId() {
        try {
            return story.deeds().office().caseId();
        } catch (IllegalStateException notYet) {
            return "";
        }
    }

    private Map<String, String> milestones() {
        Map<String, String> states = new TreeMap<>();
        JsonObject seen = story.deeds().office().seenBy("ciso");
        for (Object one : seen.getJsonArray("milestones")) {
            JsonObject milestone = (JsonObject) one;
            states.put(milestone.getString("name"), milestone.getString("state"));
        }
        assertThat(states).isNotEmpty();
        return states;
    }

    private boolean isSettled() throws Exception {
        for (String service : RunningSystem.SERVICES) {
            if (!system.isReady(service)
                    || count(service, "ledger WHERE published_at IS NULL") > 0
                    || waiting(service) > 0) {
                return false;
            }
        }
        return count("notifier", "obligation WHERE state = 'OWED'") == 0
                && count("triage", "telling WHERE told_at IS NULL") == 0
                && count("release", "telling WHERE told_at IS NULL") == 0
                && count("disclosure", "telling WHERE told_at IS NULL") == 0;
    }

    /** Records that a service has taken from the broker and not yet dealt with. */
    private int waiting(String service) throws Exception {
        String metrics =
                new String(system.metrics(service), java.nio.charset.StandardCharsets.UTF_8);
        return (int)
                metrics.lines()
                        .filter(line -> line.startsWith("hikeshi_messaging_waiting"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
                        .sum();
    }

    private long count(String service, String what) throws Exception {
        return system.one(service, "SELECT count(*) FROM " + what);
    }

    @Override
    public void close() {
        system.launcher().end();
    }
}
