/**
 * Emergency access: somebody opens a case they have no need to know of (design §5).
 *
 * <p>At night an operator may have to see a case whose team sleeps. They say why; the case is
 * theirs to see at once, in their own role, for a few hours, and then by itself no longer. Auditor,
 * CISO and operations get a mail the moment it happens, and it stands on the record and the
 * timeline. Nobody learns whether a case exists without a reason.
 */
@NullMarked
package org.hikeshi.triage.emergency;

import org.jspecify.annotations.NullMarked;
