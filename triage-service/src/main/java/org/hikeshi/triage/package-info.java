/** The case: assessment, clocks, plan. */
@NullMarked
package org.hikeshi.triage;

import org.jspecify.annotations.NullMarked;
