/**
 * Advisories for machines: CSAF 2.0 (OASIS), offered as a trusted provider.
 *
 * <p>{@link org.hikeshi.disclosure.csaf.CsafDocument} writes a published text as CSAF, {@link
 * org.hikeshi.disclosure.csaf.CsafRules} checks what the standard's mandatory tests (section 6.1)
 * ask for and a schema cannot, and {@link org.hikeshi.disclosure.csaf.CsafProvider} keeps the files
 * around it: provider metadata, index, changes, hashes, signatures (sections 7.1.1–7.1.20). The
 * document is in the policy's first language; the summary stands in the other one too.
 */
@NullMarked
package org.hikeshi.disclosure.csaf;

import org.jspecify.annotations.NullMarked;
