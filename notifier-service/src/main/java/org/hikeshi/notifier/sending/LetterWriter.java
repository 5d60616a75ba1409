package org.hikeshi.notifier.sending;

import java.util.List;
import java.util.Set;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** Writes the letters of some templates. Each template has exactly one writer. */
public interface LetterWriter {
    Set<Template> templates();

    /**
     * @param policy the version the recipient's report, or the case, is under
     * @param languages at least one, in the order in which the reader finds them
     * @throws TextUnavailableException if words of another service are needed that cannot be had
     *     now: tried again later
     */
    Letter write(Owing owing, Policy policy, List<Language> languages)
            throws TextUnavailableException;
}
