/**
 * The import of earlier records: every desk that begins with Hikeshi has a spreadsheet of cases
 * that have ended. Each row becomes a report and a case with the times of then. A list is taken
 * whole or not at all, a dry run says what would be, and the number a record had elsewhere makes
 * sure that bringing in the list again doubles nothing. Nothing was promised here about such a
 * case, so nobody is written to, nobody gets a task, and no clock of this house ran (ADR 0406). A
 * case that is still open is handed in as an entered report instead.
 */
@NullMarked
package org.hikeshi.intake.earlier;

import org.jspecify.annotations.NullMarked;
