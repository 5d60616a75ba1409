/**
 * What must hold after any number of kills: each answered report is stored once, has one case in
 * every service and was acknowledged by exactly one mail. {@link org.hikeshi.system.kills.RunFacts}
 * are what clients were told and what databases and mailbox hold afterwards; {@link
 * org.hikeshi.system.kills.KillsChecker} judges them and knows nothing of how they were gathered,
 * so the same judge condemns the crooked desk that serves as its control.
 */
@NullMarked
package org.hikeshi.system.kills;

import org.jspecify.annotations.NullMarked;
