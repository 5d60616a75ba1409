/** Keys and proofs: service identity, signatures, sealing, receipts, audit format. */
@NullMarked
package org.hikeshi.trust;

import org.jspecify.annotations.NullMarked;
