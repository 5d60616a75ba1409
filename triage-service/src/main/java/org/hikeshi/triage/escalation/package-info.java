/**
 * What must reach the CISO at once, and what became of it (E5.2-esc, clock 12).
 *
 * <p>A provisional Critical, a mark as exploited or leaked, or a passed deadline of a Critical asks
 * the CISO by itself, as far as the policy says so; a person on the case may ask too. Each cause
 * asks once, under an id made from it. The CISO acknowledges first and decides then; until then the
 * deputy is asked after the policy's time by the breach of that clock.
 */
@NullMarked
package org.hikeshi.triage.escalation;

import org.jspecify.annotations.NullMarked;
