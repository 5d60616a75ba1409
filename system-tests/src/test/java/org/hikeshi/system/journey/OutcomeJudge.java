package org.hikeshi.system.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hikeshi.system.journey.Outcome.Mail;
import org.hikeshi.system.journey.Promises.Promised;

/** Says in sentences what was promised and not kept, and what came unasked. */
public final class OutcomeJudge {
    /** No repeat of a mail is excused: nobody was killed. */
    public static final Predicate<Instant> NO_EXCUSE = accepted -> false;

    private final List<String> faults = new ArrayList<>();

    private OutcomeJudge() {}

    /**
     * @param inDotWindow whether a mail that the mailbox took at this instant may have come twice
     * @return empty = kept
     */
    public static List<String> faults(
            Promised promised, Outcome seen, Predicate<Instant> inDotWindow) {
        OutcomeJudge judge = new OutcomeJudge();
        judge.compare("mail", promised.mails(), judge.once(seen.mails(), inDotWindow));
        judge.compare("fact", promised.facts(), seen.facts());
        judge.compare("open task", promised.tasks(), seen.tasks());
        judge.compare("milestone", lines(promised.milestones()), lines(seen.milestones()));
        judge.compare("public file", promised.files(), seen.files());
        return judge.faults;
    }

    /** Each mail once; a second copy of the same one is a fault outside the dot window. */
    private List<String> once(List<Mail> mails, Predicate<Instant> inDotWindow) {
        Map<String, Instant> first = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Mail mail : mails) {
            Instant earlier = first.putIfAbsent(mail.messageId(), mail.acceptedAt());
            if (earlier == null) {
                lines.add(mail.line());
            } else if (!inDotWindow.test(earlier)) {
                faults.add("mail doubled outside the dot window: " + mail.line());
            }
        }
        return lines;
    }

    private static List<String> lines(Map<String, String> states) {
        return states.entrySet().stream().map(e -> e.getKey() + " is " + e.getValue()).toList();
    }

    private void compare(String what, Collection<String> promised, Collection<String> seen) {
        Map<String, Integer> balance = new TreeMap<>();
        promised.forEach(line -> balance.merge(line, -1, Integer::sum));
        seen.forEach(line -> balance.merge(line, 1, Integer::sum));
        for (String line : new TreeSet<>(balance.keySet())) {
            int over = balance.getOrDefault(line, 0);
            if (over != 0) {
                faults.add(
                        "%s %s %d times: %s"
                                .formatted(
                                        what,
                                        over < 0 ? "missing" : "too many",
                                        Math.abs(over),
                                        line));
            }
        }
    }
}
