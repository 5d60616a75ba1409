/**
 * What a journey must lead to, and whether it did. A {@link org.hikeshi.system.journey.Promise} is
 * one step's share, mail by mail with the clause it keeps; {@link
 * org.hikeshi.system.journey.Promises} adds the steps up; an {@link
 * org.hikeshi.system.journey.Outcome} is what was seen; {@link
 * org.hikeshi.system.journey.OutcomeJudge} compares the two and knows nothing of how anything was
 * gathered, so the same judge can be shown crooked outcomes. Nothing more than promised is allowed
 * anywhere: a mail too many is as wrong as a mail too few.
 */
@NullMarked
package org.hikeshi.system.journey;

import org.jspecify.annotations.NullMarked;
