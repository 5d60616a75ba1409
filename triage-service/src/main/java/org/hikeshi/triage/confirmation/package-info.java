/**
 * A person has read a report and acted (A4.1, E3.2-ack): the second promise after the receipt.
 *
 * <p>Confirming records a person, an instant and the next date on which the reporter hears from us;
 * it is the first action of clock 3 and starts the mail R2. Who confirms the first report of a case
 * is on its team from then on. Reports that joined later are confirmed in the same way.
 */
@NullMarked
package org.hikeshi.triage.confirmation;

import org.jspecify.annotations.NullMarked;
