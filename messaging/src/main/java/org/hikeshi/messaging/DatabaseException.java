package org.hikeshi.messaging;

import java.sql.SQLException;

/** The database refused or could not be reached; the cause tells. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatabaseException(SQLException cause) {
        super("database: SQLSTATE " + cause.getSQLState(), cause);
    }

    /** For failures of the transaction itself. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
