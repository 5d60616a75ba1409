package org.hikeshi.intake.upload;

import java.util.UUID;
import org.hikeshi.trust.DataKey;

/**
 * A group of files that belongs to nobody yet. Its id is random and serves the form as proof of
 * having sent them; the report that adopts the files takes over their key as its content key.
 *
 * @param stored whether a row exists; an upload without files leaves none
 */
public record Upload(UUID id, DataKey contentKey, boolean stored) {

    /** An upload of which nothing is stored yet. */
    public static Upload fresh() {
        return new Upload(UUID.randomUUID(), DataKey.generate(), false);
    }

    Upload nowStored() {
        return new Upload(id, contentKey, true);
    }
}
