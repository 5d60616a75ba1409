/**
 * How far a case has come, per affected product.
 *
 * <p>Nine milestones lead from receipt to closure. Each is {@code done} by a named fact, {@code
 * due}, {@code not-applicable} because the policy or the findings do not ask for it, or {@code
 * waived} by a recorded decision. They are computed, never set by hand, so that a status cannot
 * lie. The stage shown is the furthest milestone that every affected product has reached;
 * milestones may be reached out of order, as a notice may appear before its fix.
 */
@NullMarked
package org.hikeshi.triage.milestone;

import org.jspecify.annotations.NullMarked;
