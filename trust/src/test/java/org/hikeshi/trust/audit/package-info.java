/** The record of acts: its format, its verifier, and a thousand ways to bend it. */
@NullMarked
package org.hikeshi.trust.audit;

import org.jspecify.annotations.NullMarked;
