/**
 * Does anything hang in this service? The page for operations, the same in all of them.
 *
 * <p>Under {@code /desk/operations/<service>} each service says for itself what has not left yet,
 * what has come and is not done, what was set aside and why. An operator tries a parked record
 * again or gives it up, with a reason that stays on record. What a record says is never shown, only
 * where it came from and what was wrong with it. The page is a panel of the notifier's frame too,
 * for nobody else knows how a service is.
 */
@NullMarked
package org.hikeshi.casefile.operations;

import org.jspecify.annotations.NullMarked;
