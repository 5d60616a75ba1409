package org.hikeshi.system.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What one step must lead to, neither more nor less. Mails are named as in the practice (c). */
public final class Promise {
    /** Telling the reporter is a fact too, by the template's name. */
    private static final Map<String, String> TEMPLATES =
            Map.ofEntries(
                    Map.entry("R1", "receipt"),
                    Map.entry("R2", "confirmed"),
                    Map.entry("R3", "question"),
                    Map.entry("R4", "result"),
                    Map.entry("R5", "timeline"),
                    Map.entry("R6", "closed"),
                    Map.entry("R7", "progress"),
                    Map.entry("R8", "mitigation"),
                    Map.entry("R9", "begun"),
                    Map.entry("R10", "completed"),
                    Map.entry("R11", "date"),
                    Map.entry("R12", "published"),
                    Map.entry("R13", "revised"),
                    Map.entry("R14", "closure"));

    final String step;
    final List<String> mails = new ArrayList<>();
    final List<String> facts = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<String> reached = new ArrayList<>();
    final List<String> files = new ArrayList<>();

    private Promise(String step) {
        this.step = step;
    }

    /** Begins the promise of a step. */
    public static Promise after(String step) {
        return new Promise(step);
    }

    /**
     * A mail to the reporter; the notifier says that it was told.
     *
     * @param mail {@code R1} … {@code R14}
     * @param keeps the clause, for who reads this
     */
    public Promise reporter(String mail, String keeps, String to, String language, String subject) {
        facts.add("reporter-notified " + Objects.requireNonNull(TEMPLATES.get(mail), keeps));
        return mail(mail, keeps, Stream.of(to), language, subject);
    }

    /** The same mail to each of them. */
    public Promise mail(
            String mail, String keeps, Stream<String> to, String language, String subject) {
        to.forEach(address -> mails.add("%s | %s | %s".formatted(address, language, subject)));
        return this;
    }

    /** Facts on the broker, each said once. */
    public Promise says(String... names) {
        facts.addAll(Arrays.asList(names));
        return this;
    }

    /** Deadlines that triage makes known. */
    public Promise dates(String... clocks) {
        Arrays.stream(clocks).map(clock -> "deadline-set " + clock).forEach(facts::add);
        return this;
    }

    /** {@code kind: role or person} that is asked from now on. */
    public Promise asks(String... tasks) {
        opened.addAll(Arrays.asList(tasks));
        Arrays.stream(tasks).map(task -> "asks " + task).forEach(facts::add);
        return this;
    }

    /** Was done: no longer asked. */
    public Promise answers(String... tasks) {
        closed.addAll(Arrays.asList(tasks));
        Arrays.stream(tasks).map(task -> "done " + task).forEach(facts::add);
        return this;
    }

    /** Nobody has to do it any more. */
    public Promise voids(String... tasks) {
        closed.addAll(Arrays.asList(tasks));
        Arrays.stream(tasks).map(task -> "void " + task).forEach(facts::add);
        return this;
    }

    public Promise reaches(String... milestones) {
        reached.addAll(Arrays.asList(milestones));
        return this;
    }

    /** Names of public files that were not there before. */
    public Promise publishes(String... names) {
        files.addAll(Arrays.asList(names));
        return this;
    }
}
