package org.hikeshi.intake.upload;

import java.util.UUID;
import org.hikeshi.trust.DataKey;
import org.jspecify.annotations.Nullable;

/**
 * A group of files that belongs to nobody yet. Its id is random and serves the form as proof of
 * having sent them. A new report that adopts the files takes over their key as its content key;
 * files for a report that is here already are sealed with that report's key from the start.
 *
 * @param stored whether a row exists; an upload without files leaves none
 * @param report the one report that may adopt it, null while there is none
 */
public record Upload(UUID id, DataKey contentKey, boolean stored, @Nullable UUID report) {

    /** An upload of which nothing is stored yet. */
    public static Upload fresh() {
        return new Upload(UUID.randomUUID(), DataKey.generate(), false, null);
    }

    /** An upload for a report that is here already. */
    public static Upload into(UUID report, DataKey contentKey) {
        return new Upload(UUID.randomUUID(), contentKey, false, report);
    }

    Upload nowStored() {
        return new Upload(id, contentKey, true, report);
    }
}
