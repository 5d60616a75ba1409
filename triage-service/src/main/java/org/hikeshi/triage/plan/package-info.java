/**
 * How a case is to be mended (E2-plan, Z2.3): products, deliverable, owner, dates, who is warned
 * when.
 *
 * <p>The plan is versioned and sealed. Its dates may only be earlier than the deadlines in force;
 * they become the deadlines that clocks and mails read. A later date needs a reason told to the
 * reporter and is set as an individual deadline.
 */
@NullMarked
package org.hikeshi.triage.plan;

import org.jspecify.annotations.NullMarked;
