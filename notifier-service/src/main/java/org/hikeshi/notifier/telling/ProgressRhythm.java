package org.hikeshi.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.policy.Policy;

/**
 * R7: nobody waits longer for a word than the policy says (A4.3), also when nothing moved. Every
 * mail to the reporter is a word; what a person told through the status page caused one. The mail
 * goes out a tenth of the time before the promised date, so that the promise is kept when it is
 * read.
 */
public final class ProgressRhythm {
    private static final int MOST = 2_000;

    private ProgressRhythm() {}

    /**
     * @param others all that is owed for other reasons
     * @return the last one whose time has come, if any, and the next
     */
    static List<Due> of(
            CaseFacts facts, KnownReport known, Policy policy, List<Due> others, Instant moment) {
        String reference = new Recipient.Reporter(known.report().reportId()).reference();
        Optional<Instant> lastWord =
                others.stream()
                        .filter(due -> due.recipient().reference().equals(reference))
                        .filter(due -> due.template() != Template.ACCESS_KEY)
                        .map(Due::at)
                        .filter(at -> !at.isAfter(moment))
                        .max(Instant::compareTo);
        Optional<Heard> receipt = receipt(facts, known);
        if (lastWord.isEmpty() || receipt.isEmpty()) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        Instant word = lastWord.get();
        for (int i = 0; i < MOST; i++) {
            Optional<Instant> at = next(word, policy).filter(next -> !facts.closedAt(next));
            if (at.isEmpty() || facts.closedAt(moment)) {
                break;
            }
            word = at.get();
            due.add(
                    Due.toReporter(
                            Template.PROGRESS,
                            known,
                            receipt.get(),
                            Due.cause(receipt.get().id(), Occasion.RHYTHM, word),
                            Occasion.RHYTHM,
                            word));
            if (word.isAfter(moment)) {
                break;
            }
        }
        return due.size() <= 2 ? due : due.subList(due.size() - 2, due.size());
    }

    /** The fact that the letter is about: the receipt, or how the report came to this case. */
    private static Optional<Heard> receipt(CaseFacts facts, KnownReport known) {
        return facts.heard().stream()
                .filter(
                        one ->
                                switch (one.event()) {
                                    case org.hikeshi.events.ReportReceived r ->
                                            r.reportId().equals(known.report().reportId());
                                    case org.hikeshi.events.ReportJoined j ->
                                            j.reportId().equals(known.report().reportId());
                                    default -> false;
                                })
                .findFirst();
    }

    /** When a word is owed after this one. */
    private static Optional<Instant> next(Instant word, Policy policy) {
        return promised(word, policy)
                .map(due -> due.minus(Duration.between(word, due).dividedBy(10)))
                .filter(due -> due.isAfter(word));
    }

    /** The date that a letter written now promises for the next one. */
    public static Optional<Instant> promised(Instant word, Policy policy) {
        return policy.rhythm().term().dueAfter(word, policy.calendar());
    }
}
