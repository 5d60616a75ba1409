package org.hikeshi.system.access;

import java.util.Set;

/** Somebody who went round, knocked and compared. */
public interface Judged {
    /** What is otherwise than the table says, one line each; empty if all is as it should be. */
    Set<String> deviations();

    /** How many requests that took. */
    int asked();
}
