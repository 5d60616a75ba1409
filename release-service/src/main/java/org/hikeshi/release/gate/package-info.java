/**
 * Gates: what must be passed before anything leaves the house (E3.3).
 *
 * <p>Which gates there are and whose role may close them is the policy's; here are the decisions
 * people took at them, each with its evidence, person and time, never changed and never deleted. A
 * decision counts for the content it was taken about. The evidence is prose and sealed with the key
 * of the case.
 */
@NullMarked
package org.hikeshi.release.gate;

import org.jspecify.annotations.NullMarked;
