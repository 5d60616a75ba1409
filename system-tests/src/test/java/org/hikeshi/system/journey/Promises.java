package org.hikeshi.system.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The promises of a whole journey, step by step. */
public final class Promises {
    private static final List<String> MILESTONES =
            List.of(
                    "received",
                    "confirmed",
                    "scored",
                    "mitigated",
                    "patch-ready",
                    "distributing",
                    "distributed",
                    "disclosed",
                    "closed");

    private final List<Promise> steps;
    private final Map<String, String> begin = new LinkedHashMap<>();

    /**
     * What must be seen.
     *
     * @param mails lines, each as often as it must have been sent
     */
    public record Promised(
            List<String> mails,
            List<String> facts,
            Set<String> tasks,
            Map<String, String> milestones,
            Set<String> files) {}

    /**
     * @param notApplicable milestones that the policy does not ask for
     */
    public Promises(List<Promise> steps, String... notApplicable) {
        this.steps = List.copyOf(steps);
        MILESTONES.forEach(name -> begin.put(name, "due"));
        for (String name : notApplicable) {
            begin.put(name, "not-applicable");
        }
    }

    /** There are none before there is a case. */
    private Map<String, String> milestones(int to) {
        Map<String, String> milestones = new LinkedHashMap<>();
        for (Promise step : steps.subList(0, to)) {
            if (!step.reached.isEmpty()) {
                begin.forEach(milestones::putIfAbsent);
            }
            step.reached.forEach(name -> milestones.put(name, "done"));
        }
        return milestones;
    }

    public int size() {
        return steps.size();
    }

    /** What one step says it is about. */
    public String step(int index) {
        return steps.get(index).step;
    }

    /** What one step alone adds, and how everything then stands. */
    public Promised of(int step) {
        return between(step, step + 1);
    }

    /** What all steps together lead to. */
    public Promised whole() {
        return between(0, steps.size());
    }

    private Promised between(int from, int to) {
        List<String> mails = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        List<String> tasks = new ArrayList<>();
        Set<String> files = new TreeSet<>();
        for (int i = 0; i < to; i++) {
            Promise step = steps.get(i);
            if (i >= from) {
                mails.addAll(step.mails);
                facts.addAll(step.facts);
            }
            tasks.addAll(step.opened);
            step.closed.forEach(tasks::remove);
            files.addAll(step.files);
        }
        return new Promised(mails, facts, new TreeSet<>(tasks), milestones(to), files);
    }
}
