/** The mechanism: ledger, relay, inbox, lanes, parked records, audit rows. */
@NullMarked
package org.hikeshi.messaging;

import org.jspecify.annotations.NullMarked;
