/**
 * Facts beside the stage: exploited, public, leaked (practice d2, d3).
 *
 * <p>They may turn up at any time, after closure too. A mark is set once, with what it rests on,
 * and reaches the CISO within the minute as far as the policy says so.
 */
@NullMarked
package org.hikeshi.triage.marking;

import org.jspecify.annotations.NullMarked;
