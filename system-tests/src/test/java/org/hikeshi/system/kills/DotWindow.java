package org.hikeshi.system.kills;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.hikeshi.system.kills.RunFacts.Kill;

/**
 * The dot window: between the final dot of SMTP and the committed record that the mail was taken, a
 * mail is accepted but not yet known to be. A second copy is excused only if it bears the same
 * Message-ID and
 *
 * <ul>
 *   <li>the mailbox was killed within {@link #LONGEST} after it had the earlier copy on disk, so
 *       that its reply may have been lost, or
 *   <li>the notifier was killed within {@link #LONGEST} after that moment; if the database was down
 *       then, within {@link #LONGEST} after it was back, since nothing could be recorded before.
 * </ul>
 *
 * <p>Everything else is a doubled mail: a database that was killed alone excuses nothing.
 */
public final class DotWindow {
    /** How long a healthy notifier may take from the 250 to the commit on a busy machine. */
    public static final Duration LONGEST = Duration.ofSeconds(2);

    private DotWindow() {}

    /**
     * @param accepted when the mailbox had the earlier copy on disk
     */
    public static boolean excuses(Collection<Kill> kills, Instant accepted) {
        return kills.stream().anyMatch(kill -> excuses(kill, kills, accepted));
    }

    private static boolean excuses(Kill kill, Collection<Kill> kills, Instant accepted) {
        Instant until =
                switch (kill.process()) {
                    case "mailbox" -> accepted.plus(LONGEST);
                    case "notifier" -> recordedUntil(kills, accepted);
                    default -> Instant.MIN;
                };
        return !kill.at().isBefore(accepted.minusMillis(100)) && !kill.at().isAfter(until);
    }

    /** When the record of a mail taken at this moment was committed at the latest. */
    private static Instant recordedUntil(Collection<Kill> kills, Instant accepted) {
        Instant until = accepted.plus(LONGEST);
        for (Kill outage :
                kills.stream()
                        .filter(kill -> kill.process().equals("postgresql"))
                        .sorted((a, b) -> a.at().compareTo(b.at()))
                        .toList()) {
            boolean meanwhile = !outage.at().isAfter(until) && !outage.backAt().isBefore(accepted);
            if (meanwhile && outage.backAt().plus(LONGEST).isAfter(until)) {
                until = outage.backAt().plus(LONGEST);
            }
        }
        return until;
    }
}
