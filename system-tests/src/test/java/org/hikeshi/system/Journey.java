package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.launcher.demo.Demo;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.CaseRecords.Said;

/**
 * Walks the story of the demonstration through a running system and looks around after each step,
 * once everything that follows from it has been said and told.
 */
final class Journey implements AutoCloseable {
    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final Duration FOLLOWS = Duration.ofSeconds(15);

    /** What is walked. */
    interface Script {
        List<Story.Step> steps();

        /** IllegalStateException while nothing was reported. */
        Finder finder();

        /** What the journey's product is called in paths. */
        String model();
    }

    private record Told(Story story) implements Script {
        @Override
        public List<Story.Step> steps() {
            return story.steps();
        }

        @Override
        public Finder finder() {
            return story.deeds().finder();
        }

        @Override
        public String model() {
            return story.deeds().model();
        }
    }

    private final RunningSystem system;
    private final Door door;
    private final Script script;
    private final CaseRecords records;
    private final PublicFiles site;
    private final Settled settled;
    private final Set<String> before;
    private final Set<String> letters = new HashSet<>();
    private final Set<String> facts = new HashSet<>();
    private Runnable ending = () -> {};

    private Journey(RunningSystem system, Door door, Script script) throws Exception {
        this.system = system;
        this.door = door;
        this.script = script;
        this.records = new CaseRecords(system);
        this.site = new PublicFiles(system);
        this.settled = new Settled(system);
        this.before = site.paths();
        SentLetter.all(system).forEach(one -> letters.add(one.id()));
    }

    /** A system of its own under this policy. */
    static Journey under(SecondsPolicy policy, String name) throws Exception {
        RunningSystem system = system(policy, name);
        Journey journey = through(system, door(system), 7, Duration.ofSeconds(15));
        journey.ending = journey.system::end;
        return journey;
    }

    static Door door(RunningSystem system) throws IOException {
        return Demo.door(system.origin().toString(), system.people());
    }

    static RunningSystem system(SecondsPolicy policy, String name) throws Exception {
        Path file = policy.writtenTo(Path.of("target", "policies").toAbsolutePath());
        return RunningSystem.under(file, name);
    }

    /**
     * Through a system that runs, and goes on running.
     *
     * @param seed names the model
     * @param untilPublication from the proposal of the date to that date
     */
    static Journey through(RunningSystem system, Door door, long seed, Duration untilPublication)
            throws Exception {
        Story story = new Story(door, Clock.systemUTC(), new Random(seed), untilPublication);
        return new Journey(system, door, new Told(story));
    }

    /** Another story than the demonstration's, through a system that goes on running. */
    static Journey through(RunningSystem system, Door door, Script script) throws Exception {
        return new Journey(system, door, script);
    }

    RunningSystem system() {
        return system;
    }

    Door door() {
        return door;
    }

    Script script() {
        return script;
    }

    /** The demonstration's. */
    Story story() {
        return ((Told) script).story();
    }

    /** Does one step and waits for what follows. */
    Seen walk(Story.Step step) throws Exception {
        return walk(step, seen -> true);
    }

    /**
     * Does one step and waits for what follows.
     *
     * @param complete what has no date of its own is waited for until this holds, for a while
     */
    Seen walk(Story.Step step, Predicate<Seen> complete) throws Exception {
        step.deed().run();
        return settled(step.en(), complete);
    }

    /**
     * Waits for what follows from what was done.
     *
     * @param complete what has no date of its own is waited for until this holds, for a while
     */
    Seen settled(String step, Predicate<Seen> complete) throws Exception {
        settle("after: " + step);
        try {
            Waiting.until(step, FOLLOWS, () -> settled.now() && complete.test(peek(step)));
        } catch (AssertionError incomplete) {
            // Whoever asked says what is missing.
        }
        return look(step);
    }

    /** Waits until everything has been said, heard and told. */
    void settle(String when) {
        Waiting.until("all is said and told " + when, SETTLED, settled::now);
    }

    /** What came since the last look, and how everything stands. */
    Seen look(String step) throws Exception {
        Seen seen = peek(step);
        seen.letters().forEach(one -> letters.add(one.id()));
        facts.addAll(seen.said());
        return seen;
    }

    /** The same, but the next look sees it again. */
    private Seen peek(String step) throws Exception {
        List<SentLetter> fresh =
                SentLetter.all(system).stream().filter(one -> !letters.contains(one.id())).toList();
        Set<String> files = new TreeSet<>();
        site.paths().stream()
                .filter(path -> !before.contains(path))
                .forEach(path -> files.add(general(path)));
        Optional<String> caseId = caseId();
        List<Said> all = caseId.map(records::of).orElse(List.of());
        List<String> lines = CaseRecords.lines(all);
        List<Said> added = all.stream().filter(one -> !facts.contains(one.id())).toList();
        return new Seen(
                step,
                fresh,
                added.stream().map(Said::id).toList(),
                CaseRecords.story(added),
                added.stream().map(one -> lines.get(all.indexOf(one))).toList(),
                CaseRecords.openTasks(all),
                caseId.map(this::milestones).orElse(Map.of()),
                files);
    }

    Optional<String> caseId() {
        return received().map(report -> report.caseId().toString());
    }

    /** The report as the broker has it; empty before anything was reported. */
    Optional<ReportReceived> received() {
        String code;
        try {
            code = script.finder().trackingCode();
        } catch (IllegalStateException notYet) {
            return Optional.empty();
        }
        return records.all().stream()
                .map(Said::event)
                .filter(ReportReceived.class::isInstance)
                .map(ReportReceived.class::cast)
                .filter(report -> report.trackingCode().value().equals(code))
                .findFirst();
    }

    /** A path without what is different in each journey. */
    private String general(String path) {
        String model = script.model();
        return path.replaceAll("[A-Z]+-(S[AN])-\\d{4}-[0-9A-Z]+", "$1")
                .replaceAll("[a-z]+-(s[an])-\\d{4}-[0-9a-z]+", "$1")
                .replaceAll("/20\\d\\d/", "/YEAR/")
                .replace(model, "MODEL");
    }

    private Map<String, String> milestones(String caseId) {
        Map<String, String> states = new TreeMap<>();
        JsonObject seen = door.get("ciso", "/api/v1/cases/" + caseId);
        for (Object one : seen.getJsonArray("milestones")) {
            JsonObject milestone = (JsonObject) one;
            states.put(milestone.getString("name"), milestone.getString("state"));
        }
        assertThat(states).isNotEmpty();
        return states;
    }

    @Override
    public void close() {
        records.close();
        settled.close();
        ending.run();
    }
}
