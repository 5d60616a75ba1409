/**
 * Whom a case concerns: customers with units in the ranges that were scored.
 *
 * <p>Triage says which versions of which products are affected; here lie the units. Joined, they
 * answer the notifier's one question: which customers, with which of <em>their</em> products and
 * versions. Only opaque customer ids leave, over a token that is good for one call. The last
 * scoring by revision counts, whichever came first.
 */
@NullMarked
package org.hikeshi.release.audience;

import org.jspecify.annotations.NullMarked;
