package org.hikeshi.intake.status;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.Scored;
import org.hikeshi.intake.casefact.CaseHistory;
import org.hikeshi.intake.conversation.MessageKind;
import org.hikeshi.intake.coordination.Footing;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Promise;

/**
 * All that a standing is made of.
 *
 * @param policy of the report's receipt
 * @param promises made at receipt
 * @param words which messages there are and since when; not what they say
 */
record Known(
        Instant receivedAt,
        Policy policy,
        List<Promise> promises,
        CaseHistory history,
        List<Word> words,
        Instant now) {

    /** The mails that say something about the case. */
    private static final Set<MailTemplate> SUBSTANTIVE =
            EnumSet.complementOf(EnumSet.of(MailTemplate.RECEIPT, MailTemplate.ACCESS_KEY));

    /** A message without its text. */
    record Word(MessageKind kind, Instant at) {}

    Footing footing() {
        return Footing.of(history);
    }

    boolean closed() {
        return history.closure().isPresent();
    }

    /** Since when a person has taken care: by confirming, or by joining it to a case in work. */
    Optional<Instant> confirmedAt() {
        return history.first(CaseConfirmed.class, CaseConfirmed::at)
                .or(() -> history.first(ReportJoined.class, ReportJoined::at))
                .or(() -> history.first(Scored.class, Scored::at));
    }

    Optional<Scored> scored() {
        return history.inForce(Scored.class, Scored::revision);
    }

    /** When a mail of this kind was taken by the reporter's server, or could be read here. */
    Optional<Instant> toldBy(MailTemplate template) {
        return history.all(ReporterNotified.class).stream()
                .filter(told -> told.template() == template)
                .map(ReporterNotified::acceptedAt)
                .min(Comparator.naturalOrder());
    }

    Optional<Instant> first(MessageKind kind) {
        return times(kind).findFirst();
    }

    Optional<Instant> last(MessageKind kind) {
        return times(kind).reduce((earlier, later) -> later);
    }

    private java.util.stream.Stream<Instant> times(MessageKind kind) {
        return words.stream().filter(word -> word.kind() == kind).map(Word::at).sorted();
    }

    /** When the findings were told, in prose or by the mail that says they are here. */
    Optional<Instant> resultTold() {
        return first(MessageKind.FINDINGS)
                .or(() -> first(MessageKind.CLOSURE_REASON))
                .or(() -> toldBy(MailTemplate.RESULT))
                .or(() -> toldBy(MailTemplate.CLOSED));
    }

    /** Our last substantive word to the reporter; the receipt is none. */
    Optional<Instant> lastWord() {
        Optional<Instant> written =
                words.stream()
                        .filter(word -> word.kind().fromDesk())
                        .map(Word::at)
                        .max(Comparator.naturalOrder());
        Optional<Instant> mailed =
                history.all(ReporterNotified.class).stream()
                        .filter(told -> SUBSTANTIVE.contains(told.template()))
                        .map(ReporterNotified::acceptedAt)
                        .max(Comparator.naturalOrder());
        return java.util.stream.Stream.concat(written.stream(), mailed.stream())
                .max(Comparator.naturalOrder());
    }
}
