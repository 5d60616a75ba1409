package org.hikeshi.messaging;

/**
 * The record of acts, its checkpoints and their export do not agree: somebody changed one of them,
 * or the database was restored from a backup. Nothing more is signed until a person has looked.
 */
final class BrokenRecordException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenRecordException(String message) {
        super(message);
    }
}
