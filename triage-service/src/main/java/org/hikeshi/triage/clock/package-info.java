/**
 * The clocks of a case (practice b): what was promised by when, and how it stands.
 *
 * <p>A clock starts from one fact and stops at another; how long it may run is the policy's, by the
 * severity and priority in force, until a person set an individual deadline with a reason. {@link
 * org.hikeshi.triage.clock.Clocks} computes all of them from the set of facts, so that a re-scored
 * case keeps its start, a case reopened goes on with its old clock, and a late fact stops the clock
 * at the time it happened. A timer per instant at which something changes makes the desk look
 * again; what then has become true, at risk or breached, is said once.
 */
@NullMarked
package org.hikeshi.triage.clock;

import org.jspecify.annotations.NullMarked;
