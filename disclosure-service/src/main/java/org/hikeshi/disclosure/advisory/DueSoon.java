package org.hikeshi.disclosure.advisory;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks whether an advisory may go out at last, after something that stood in the way is gone. */
public interface DueSoon {

    /** Sets a timer for the planned date, or for now if it has passed; in the transaction. */
    void look(Connection connection, Advisory advisory) throws SQLException;
}
