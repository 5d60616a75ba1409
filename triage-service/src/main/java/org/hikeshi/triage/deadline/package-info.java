/**
 * Deadlines that are set or moved, and saying so (A6-note, E5.1).
 *
 * <p>Scoring sets the deadlines of the policy; each that came to be or moved is said per clock and
 * product. A person may set an individual one, with a reason that the reporter is told, and only
 * while the old date has not passed: afterwards it was missed, and stays so. Clocks that protect a
 * person's right to an answer are not moved.
 */
@NullMarked
package org.hikeshi.triage.deadline;

import org.jspecify.annotations.NullMarked;
