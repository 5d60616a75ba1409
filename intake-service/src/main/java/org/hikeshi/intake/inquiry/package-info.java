/**
 * The few things other services may ask intake, each by the token of one call and each for one
 * purpose (design §5): triage the titles of the cases on one page, so that a board is readable
 * without storing anybody's words; disclosure the credit a reporter wishes, which is part of the
 * identity and leaves a row in the audit log. Whoever may not ask gets the same 404 as for what
 * does not exist.
 */
@NullMarked
package org.hikeshi.intake.inquiry;

import org.jspecify.annotations.NullMarked;
