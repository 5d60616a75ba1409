/**
 * What stands on intake's record: which of its acts belong to a case, and who looked at a
 * reporter's identity (Z-conf). The list of identity reads says who, when, what for, and of which
 * report; the identity itself is not in it.
 */
@NullMarked
package org.hikeshi.intake.audit;

import org.jspecify.annotations.NullMarked;
