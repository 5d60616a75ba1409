/**
 * The mechanism by which facts travel between services: nothing lost, nothing twice, nothing
 * invented.
 *
 * <p>Speaking: inside the transaction that changes its state a service locks the key of the case
 * and appends to the {@link org.hikeshi.messaging.Ledger}. The relay, which any replica may run,
 * signs what is not yet published, sends it in ledger order and marks it. Hearing: one poll thread
 * hands records to a lane per key; one transaction holds the inbox row, the handler's effects and
 * whatever the handler says in turn. What cannot be dealt with is parked as a row with its cause,
 * never skipped. Timers and other row queues are worked through by the same kind of loop.
 *
 * <p>No domain word stands in here, and no framework: plain JDBC and the plain Kafka client.
 * Services are wired in {@code org.hikeshi.messaging.service}.
 */
@NullMarked
package org.hikeshi.messaging;

import org.jspecify.annotations.NullMarked;
