package org.hikeshi.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hikeshi.system.journey.Outcome;

/**
 * What a step led to.
 *
 * @param step the step's sentence
 * @param letters mails that left because of it
 * @param said ids of the facts that were added
 * @param facts short names of the facts that were added, in the order of their times; without
 *     tasks, mails and clocks
 * @param lines all facts that were added, as promises name them
 * @param tasks all that are open now
 * @param milestones name and state, as the CISO sees them
 * @param files what the public can read now, by general names
 */
record Seen(
        String step,
        List<SentLetter> letters,
        List<String> said,
        List<String> facts,
        List<String> lines,
        Set<String> tasks,
        Map<String, String> milestones,
        Set<String> files) {

    /** Addressee and subject of each mail, sorted; a repeated delivery counts once. */
    Set<String> mails() {
        Set<String> lines = new TreeSet<>();
        letters.forEach(letter -> lines.add(letter.line()));
        return lines;
    }

    Outcome outcome() {
        return new Outcome(
                letters.stream().map(SentLetter::mail).toList(), lines, tasks, milestones, files);
    }

    @Override
    public String toString() {
        return "%s%n  mails %s%n  facts %s%n  tasks %s%n  milestones %s%n  files %s"
                .formatted(
                        step,
                        letters.stream().map(one -> one.mail().line()).toList(),
                        lines,
                        tasks,
                        milestones,
                        files);
    }
}
