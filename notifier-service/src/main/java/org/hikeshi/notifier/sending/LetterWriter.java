package org.hikeshi.notifier.sending;

import java.util.List;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** Writes the letters of one template. */
public interface LetterWriter {
    MailTemplate template();

    /**
     * @param policy the version the case is under
     * @param languages at least one, in the order in which the reader finds them
     */
    Letter write(Owing owing, Policy policy, List<Language> languages);
}
