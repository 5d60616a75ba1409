/** Advisories, notices, publication. */
@NullMarked
package org.hikeshi.disclosure;

import org.jspecify.annotations.NullMarked;
