package org.hikeshi.trust.audit;

/**
 * Something that must not be.
 *
 * @param service in whose record
 * @param kind what was found
 * @param place row's sequence, or checkpoint's number for the kinds about checkpoints; 0 for a row
 *     that is not chained
 */
public record Finding(String service, Kind kind, long place) {

    /** What can be wrong. */
    public enum Kind {
        /** Actor, action, subject, time or a hash of the row are not those that were recorded. */
        CONTENT_CHANGED,
        /** The sealed detail was replaced. */
        DETAIL_CHANGED,
        /** The sealed detail is gone; nothing in this version erases one. */
        DETAIL_MISSING,
        /** It says an earlier time than a row chained before it: it was entered late. */
        LATE_DATED,
        /** It says a later time than the checkpoint that covers it, or than now. */
        AHEAD_OF_TIME,
        /** The row does not follow from the one before it. */
        CHAIN_BROKEN,
        /** A sequence number has no row. */
        ROW_MISSING,
        /** A sequence number comes twice, or out of order. */
        ROW_REPEATED,
        /** A row has a place but no chain hash, or a chain hash but no place. */
        HALF_SEALED,
        /** A checkpoint covers this row; the chain ends before it. */
        CUT_OFF,
        /** A checkpoint was signed over another chain hash at this row. */
        REBUILT,
        CHECKPOINT_UNKNOWN_KEY,
        CHECKPOINT_BAD_SIGNATURE,
        /** It speaks of another service, or another service's key signed it. */
        CHECKPOINT_OF_ANOTHER,
        /** Signed with a key before or after its time. */
        CHECKPOINT_KEY_OUT_OF_TIME,
        CHECKPOINT_KEY_COMPROMISED,
        /** It does not follow the one before it. */
        CHECKPOINT_LINK_BROKEN,
        /** It says an earlier time than the one before it. */
        CHECKPOINT_BACK_IN_TIME,
        /** The export knows it, the database does not. */
        CHECKPOINT_NOT_IN_DATABASE,
        /** The database knows it, the export, though it knows later ones, does not. */
        CHECKPOINT_NOT_IN_EXPORT,
        /** Database and export differ about it. */
        CHECKPOINT_DIFFERS,
        /** A line of the export, counted from 1, is no checkpoint. */
        CHECKPOINT_UNREADABLE;

        /** Whether the place is a checkpoint's number. */
        public boolean aboutCheckpoint() {
            return compareTo(CHECKPOINT_UNKNOWN_KEY) >= 0;
        }
    }
}
