/**
 * R1, the acknowledgement of a report (E3.2-ack, A3.1): owed from the moment the report is stored.
 *
 * <p>{@link org.hikeshi.notifier.acknowledgement.AcknowledgementLetter} writes the mail from the
 * policy version of the report and from what the fact says: number, time, the next step with its
 * date, where to look, and exactly the legal words this policy has. It cannot repeat a word of the
 * report, for it never sees one.
 */
@NullMarked
package org.hikeshi.notifier.acknowledgement;

import org.jspecify.annotations.NullMarked;
