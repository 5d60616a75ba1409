/**
 * What this service has heard about a case from others: how grave it is, what remedies there are.
 * Each fact is kept whenever it comes and the highest revision counts, so the order of arrival
 * changes nothing.
 */
@NullMarked
package org.hikeshi.disclosure.knowledge;

import org.jspecify.annotations.NullMarked;
