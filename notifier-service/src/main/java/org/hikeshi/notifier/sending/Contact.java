package org.hikeshi.notifier.sending;

import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;

/** What intake says about how to reach a reporter. Held for one attempt, stored nowhere. */
sealed interface Contact {

    record Reachable(MailAddress address, Language language) implements Contact {}

    /** Anonymous, or forgotten since. */
    record NoAddress() implements Contact {}

    /** An address no mail can be sent to; intake should not have taken it. */
    record Unusable() implements Contact {}

    /** Intake is away or does not know the report yet. */
    record Unavailable() implements Contact {}
}
