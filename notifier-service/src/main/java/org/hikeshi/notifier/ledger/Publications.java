package org.hikeshi.notifier.ledger;

import java.util.Optional;
import org.hikeshi.events.AdvisoryId;

/** Which publication a letter is about. */
public interface Publications {

    /** Empty if it is about something else, or about a notice. */
    Optional<AdvisoryId> advisory(Owing owing);
}
