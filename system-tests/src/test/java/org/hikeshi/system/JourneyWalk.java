package org.hikeshi.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.journey.OutcomeJudge;
import org.hikeshi.system.journey.Promises;

/**
 * Walks a script to its end and holds each step against what was promised.
 *
 * @param checks what else is looked at after a step, by its sentence
 */
record JourneyWalk(
        Journey journey, Promises promises, LetterRules rules, Map<String, Check> checks) {

    /** Looks at something; says by an AssertionError what is wrong. */
    interface Check {
        void look() throws Exception;
    }

    /** Everything that was not as promised, one sentence each, with its step. */
    List<String> faults() throws Exception {
        List<Story.Step> steps = journey.script().steps();
        if (steps.size() != promises.size()) {
            throw new AssertionError(steps.size() + " steps, promises for " + promises.size());
        }
        List<String> faults = new ArrayList<>();
        CasePageShown page = new CasePageShown(journey);
        for (int i = 0; i < steps.size(); i++) {
            int step = i;
            String name = steps.get(i).en();
            Seen seen = journey.walk(steps.get(i), one -> unkept(step, one).isEmpty());
            unkept(i, seen).forEach(fault -> faults.add(name + ": " + fault));
            seen.letters().forEach(letter -> faults.addAll(rules.faults(letter)));
            pageFaults(page, seen).forEach(fault -> faults.add(name + ": " + fault));
            looked(name, faults);
        }
        return faults;
    }

    /** The case's page says the same as the interface. */
    private List<String> pageFaults(CasePageShown page, Seen seen) {
        return journey.caseId().map(id -> page.faults(id, seen.milestones())).orElse(List.of());
    }

    private List<String> unkept(int step, Seen seen) {
        return OutcomeJudge.faults(promises.of(step), seen.outcome(), OutcomeJudge.NO_EXCUSE);
    }

    private void looked(String name, List<String> faults) throws Exception {
        Check check = checks.get(name);
        if (check == null) {
            return;
        }
        try {
            check.look();
        } catch (AssertionError wrong) {
            faults.add(name + ": " + wrong.getMessage());
        }
    }
}
