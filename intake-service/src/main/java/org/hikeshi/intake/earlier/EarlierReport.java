package org.hikeshi.intake.earlier;

import org.hikeshi.intake.report.Submission;

/**
 * A record that can be taken.
 *
 * @param number what it is called elsewhere
 */
record EarlierReport(String number, RecordRow row, Submission submission) {}
