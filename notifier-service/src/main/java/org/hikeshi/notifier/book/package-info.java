/**
 * The mail ledger as people read it: was X told, when, what? (W7)
 *
 * <p>{@link org.hikeshi.notifier.book.MailBook} reads obligations with their deliveries and
 * attempts; {@link org.hikeshi.notifier.book.DeliveryResource} and {@code MailPages} show them to
 * those who may see the case, and to communications what went to customers. One search box answers
 * for a tracking code, a person of the house, a customer, an address. {@code Resending} sends
 * something once more, with a reason that stays on record, and says no where that would change
 * nothing. Nobody can make a mail go to somebody it was not owed to.
 */
@NullMarked
package org.hikeshi.notifier.book;

import org.jspecify.annotations.NullMarked;
