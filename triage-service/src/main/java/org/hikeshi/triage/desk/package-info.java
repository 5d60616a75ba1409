/**
 * The pages of the desk: what is due, which cases there are, one case, and a form for each step.
 *
 * <p>The home lists what anybody owes on cases that the visitor may see. The case page is a frame:
 * its own part is computed from facts; what other services know of the case they show themselves in
 * panels with a plain link each, so that the page stands when one of them is down. A form is
 * offered only if its act is possible now for this person; what was typed is never lost. Titles
 * come from intake in one call per page; while intake is away the tracking code stands in their
 * place.
 */
@NullMarked
package org.hikeshi.triage.desk;

import org.jspecify.annotations.NullMarked;
