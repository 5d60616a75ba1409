/**
 * S14 about the house itself: a service put records aside that it could not deal with, or its
 * record of acts does not go on (ADR 0712).
 *
 * <p>Each service says {@code event-parked} and {@code audit-alarm} of itself, at most once an hour
 * for each cause; that a record goes on again it says once. Those who watch each get a short mail:
 * which service, why, since when, and the page where to look; nothing of what was in a record. It
 * is about no case, so it stands in a small ledger of its own ({@code house_notice}) and not in the
 * book of mails.
 */
@NullMarked
package org.hikeshi.notifier.house;

import org.jspecify.annotations.NullMarked;
