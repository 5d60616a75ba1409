/**
 * S14 about parked events: a service put records aside that it could not deal with.
 *
 * <p>Forged records are an attack or a wrong key, the others a fault; somebody has to look. Each
 * service says {@code event-parked} of itself, at most once an hour for each cause. Auditor, CISO
 * and operations each get a short mail: which service, why, how many, and the page where they are;
 * nothing of what was in them. It is about no case, so it stands in a small ledger of its own
 * ({@code house_notice}) and not in the book of mails.
 */
@NullMarked
package org.hikeshi.notifier.parked;

import org.jspecify.annotations.NullMarked;
