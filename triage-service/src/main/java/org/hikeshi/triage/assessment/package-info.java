/**
 * How bad it is: written down, judged, fixed (E3.2, E4).
 *
 * <p>An assessment is prose and is sealed; each version is kept. It is judged under the case's own
 * policy whenever it is saved, so that a provisional Critical reaches the CISO before it is fixed.
 * Scoring fixes it: severity, priority and affected products become a fact that all services hear,
 * the findings go to the reporter, deadlines are set. Scoring again needs a reason; an outcome
 * laxer than the one in force needs a person other than the author of the assessment.
 */
@NullMarked
package org.hikeshi.triage.assessment;

import org.jspecify.annotations.NullMarked;
