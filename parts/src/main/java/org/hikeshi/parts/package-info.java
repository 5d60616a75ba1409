/** Embedded PostgreSQL, Kafka and mailbox as own processes. */
@NullMarked
package org.hikeshi.parts;

import org.jspecify.annotations.NullMarked;
