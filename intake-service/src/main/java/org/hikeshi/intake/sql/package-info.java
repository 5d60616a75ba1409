/**
 * Statements over the connection of the running transaction, without ceremony: values in, rows out,
 * instants as they are kept. Nothing here knows a table; the SQL stands where its meaning is.
 */
@NullMarked
package org.hikeshi.intake.sql;

import org.jspecify.annotations.NullMarked;
