package org.hikeshi.messaging;

import java.util.EnumSet;
import java.util.Set;

/** Why the record of acts does not go on. */
public enum AuditCause {
    /** Acts wait to be chained and none is. */
    NOT_CHAINED,
    /** Chained acts are not signed. */
    NOT_SIGNED,
    /** Signed checkpoints do not leave the database. */
    NOT_EXPORTED,
    /** Somebody holds the record's tables, so that nobody can look. */
    NOT_READ,
    /** The record is not what was signed or exported. */
    CHANGED,
    /** The service's key is not one whose signature would count. */
    KEY;

    /** What follows from this one and need not be told beside it. */
    Set<AuditCause> follows() {
        return switch (this) {
            case CHANGED -> EnumSet.of(NOT_CHAINED, NOT_SIGNED, NOT_EXPORTED);
            case KEY -> EnumSet.of(NOT_SIGNED);
            case NOT_CHAINED, NOT_SIGNED, NOT_EXPORTED, NOT_READ ->
                    EnumSet.noneOf(AuditCause.class);
        };
    }
}
