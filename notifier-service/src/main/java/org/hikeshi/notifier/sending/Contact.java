package org.hikeshi.notifier.sending;

import java.util.Optional;
import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;

/** What intake says about how to reach a reporter. Held for one attempt, stored nowhere. */
sealed interface Contact {

    /**
     * @param name to greet with; absent where none was given, or nothing that looks like one
     */
    record Reachable(MailAddress address, Language language, Optional<String> name)
            implements Contact {

        Reachable(MailAddress address, Language language) {
            this(address, language, Optional.empty());
        }
    }

    /** Anonymous, or forgotten since. */
    record NoAddress() implements Contact {}

    /** An address no mail can be sent to; intake should not have taken it. */
    record Unusable() implements Contact {}

    /** Intake is away or does not know the report yet. */
    record Unavailable() implements Contact {}
}
