/**
 * A remediation: a mitigation or a fix of one case, from its registration to the moment it leaves
 * the house (E3.3).
 *
 * <p>Its content is what people approve: products, version, prose and the digests of its files,
 * together one hash. Gates, signatures and release count for that hash alone, so an edit or a new
 * upload voids everything that was said about the old content without anybody having to remember
 * it. Where a remediation stands ({@link org.hikeshi.release.remediation.RemediationState}) is
 * therefore computed from facts and never set. Who may do what in which state is one table ({@link
 * org.hikeshi.release.remediation.RemediationAction}); nobody approves work of their own. When the
 * last gate is passed the house says {@code remedy-verified}, at release {@code mitigation-ready}
 * or {@code patch-ready}. Tasks follow from the state in the same transaction.
 */
@NullMarked
package org.hikeshi.release.remediation;

import org.jspecify.annotations.NullMarked;
