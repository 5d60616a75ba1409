/**
 * A report arrives. {@link org.hikeshi.intake.report.ReportReader} reads the JSON of the contract
 * strictly, {@code ReceivingReport} stores it in one transaction: one sealed row, one audit row,
 * one event. Two data keys seal every report, one for the person and one for the content, so that a
 * person can be forgotten without losing the finding (design §5). What comes back is a promise: the
 * tracking code, the access key, the dates the policy sets, and a receipt over exactly what was
 * sent. A form is the same report by another door and takes the same path.
 */
@NullMarked
package org.hikeshi.intake.report;

import org.jspecify.annotations.NullMarked;
