/**
 * The mail ledger: obligation, delivery, attempt.
 *
 * <p>An obligation is written in the transaction that takes in its cause, so it exists exactly as
 * often as the cause. A delivery is unique per obligation and recipient and carries the Message-ID
 * that every attempt repeats. An attempt is committed <em>before</em> the first byte goes to the
 * mail server and completed afterwards; one that was never completed is the visible trace of a
 * crash, and the only way a mail can arrive twice: the crash fell between the final dot and the
 * server's reply. {@link org.hikeshi.notifier.ledger.Delivery} is the state machine, free of I/O;
 * the rows only store what it says. A recipient is named by a reference (the report), never by an
 * address.
 */
@NullMarked
package org.hikeshi.notifier.ledger;

import org.jspecify.annotations.NullMarked;
