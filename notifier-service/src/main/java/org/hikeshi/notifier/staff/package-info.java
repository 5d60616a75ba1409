/**
 * S1 to S8: what the people of the house are told by mail: that something waits, by when, and where
 * to find it.
 *
 * <p>A mail may be read over a shoulder, forwarded, or sit on a phone in a train. So it carries a
 * number, the severity, a date and a link, and never a word about the vulnerability; {@code
 * StaffLetters} could not say one, for it is only given facts that hold none. Who may not open the
 * case is not told its severity either, nor given a link ({@code Sight}).
 */
@NullMarked
package org.hikeshi.notifier.staff;

import org.jspecify.annotations.NullMarked;
