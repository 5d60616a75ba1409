package org.hikeshi.notifier.telling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.Language;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;

/**
 * Something somebody must be told, now or at an instant to come.
 *
 * @param cause see {@link org.hikeshi.notifier.ledger.Owing}; with template and recipient it is who
 *     this is
 * @param at from when on it is owed, UTC
 * @param onStatusPage whether the recipient has no address and reads it there
 */
public record Due(
        Template template,
        Recipient recipient,
        UUID cause,
        UUID about,
        Occasion occasion,
        Instant at,
        UUID correlation,
        TrackingCode code,
        PolicyVersion policy,
        Language language,
        boolean onStatusPage) {

    /** What tells one obligation from every other. */
    public record Key(UUID cause, Template template, String recipient) {}

    Key key() {
        return new Key(cause, template, recipient.reference());
    }

    /** The same, to somebody else. */
    Due to(Recipient other) {
        return new Due(
                template,
                other,
                cause,
                about,
                occasion,
                at,
                correlation,
                code,
                policy,
                language,
                onStatusPage);
    }

    /** A cause made of an event and what it was an occasion for; the same each time. */
    static UUID cause(UUID event, Occasion occasion, Object... more) {
        StringBuilder name = new StringBuilder(event + "|" + occasion);
        for (Object one : more) {
            name.append('|').append(one);
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(UTF_8));
    }

    static Due toReporter(
            Template template,
            KnownReport known,
            Heard about,
            UUID cause,
            Occasion occasion,
            Instant at) {
        var report = known.report();
        return new Due(
                template,
                new Recipient.Reporter(report.reportId()),
                cause,
                about.id(),
                occasion,
                at,
                known.correlation(),
                report.trackingCode(),
                report.policyVersion(),
                report.language(),
                report.anonymous());
    }

    /** To somebody who is no reporter: the case is named by its first report. */
    static Due about(
            KnownReport first,
            Template template,
            Recipient to,
            Heard about,
            UUID cause,
            Occasion occasion,
            Instant at) {
        return new Due(
                template,
                to,
                cause,
                about.id(),
                occasion,
                at,
                about.correlation(),
                first.report().trackingCode(),
                first.report().policyVersion(),
                Language.BOTH,
                false);
    }
}
