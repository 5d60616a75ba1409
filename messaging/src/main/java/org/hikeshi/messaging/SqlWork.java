package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done on a connection inside one transaction. */
@FunctionalInterface
public interface SqlWork<T> {
    T on(Connection connection) throws SQLException;
}
