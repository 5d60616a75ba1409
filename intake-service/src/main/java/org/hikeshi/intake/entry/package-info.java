/**
 * Reports that reached the house elsewhere (A2-contact): a customer told sales, somebody wrote to
 * support, a coordinator telephoned. Staff hand them in with their source, their own reporter and
 * the time they first arrived, which is the time all promises count from; when and by whom they
 * were entered stands beside it. From then on such a report is like any other.
 */
@NullMarked
package org.hikeshi.intake.entry;

import org.jspecify.annotations.NullMarked;
