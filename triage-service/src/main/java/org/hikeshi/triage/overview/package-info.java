/**
 * A case as people and programs see it.
 *
 * <p>{@link org.hikeshi.triage.overview.ReadingCase} computes the whole of it from the facts when
 * it is asked for; nothing here is stored. The same overview is the answer of the staff API and
 * what the case page shows. Refusals of acts become answers here, the same for every act.
 */
@NullMarked
package org.hikeshi.triage.overview;

import org.jspecify.annotations.NullMarked;
