/**
 * Who is on a case, and so who may see it (need to know).
 *
 * <p>The team is set as a whole, with a revision; every service keeps its projection. Until
 * somebody is named the security office has the case. At least one member is of the security
 * office, so that no case is left without a desk.
 */
@NullMarked
package org.hikeshi.triage.team;

import org.jspecify.annotations.NullMarked;
