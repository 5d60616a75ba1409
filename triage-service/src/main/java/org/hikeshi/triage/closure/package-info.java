/**
 * How a case ends, and how it goes on (A3.2, practice d1).
 *
 * <p>Closing is a recorded decision with a reason in words to the reporter; there is no silent
 * closure. "Resolved" is possible only while nothing is missing; accepting a risk and leaving an
 * unsupported product alone are the CISO's. A duplicate is two facts: the old case ends, its
 * reports join another. An objection goes to a second person, who upholds the closure or opens the
 * case again. "Not fixed" from the reporter opens it by itself.
 */
@NullMarked
package org.hikeshi.triage.closure;

import org.jspecify.annotations.NullMarked;
