package org.hikeshi.system.journey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was seen once everything had been said and told.
 *
 * @param mails that left meanwhile, each copy on its own
 * @param facts said meanwhile, as lines; each as often as it was said
 * @param tasks all that are open, {@code kind: role or person}
 * @param milestones name to state
 * @param files names of all that the public can read
 */
public record Outcome(
        List<Mail> mails,
        List<String> facts,
        Set<String> tasks,
        Map<String, String> milestones,
        Set<String> files) {

    /**
     * One copy of a mail.
     *
     * @param line {@code address | language | subject}
     * @param acceptedAt when the mailbox had it on disk
     */
    public record Mail(String line, String messageId, Instant acceptedAt) {}
}
