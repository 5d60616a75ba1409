/**
 * The notifier decides who must be told what, and sees to it that they are told exactly once.
 *
 * <p>A fact arrives as an event and becomes an <em>obligation</em>: somebody must be told
 * something, because a clause of the policy says so. An obligation to somebody with an address
 * becomes one <em>delivery</em>, and a delivery is tried in <em>attempts</em> until the recipient's
 * server takes or refuses it ({@link org.hikeshi.notifier.ledger}). What a mail says is put
 * together from the policy and the fact ({@link org.hikeshi.notifier.acknowledgement}); where it
 * goes is asked from the owner of the address at the moment of sending, and forgotten again ({@link
 * org.hikeshi.notifier.sending}). So this service stores no address and no word of a report.
 */
@NullMarked
package org.hikeshi.notifier;

import org.jspecify.annotations.NullMarked;
