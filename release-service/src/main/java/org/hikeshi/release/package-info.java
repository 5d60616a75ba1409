/** Products, fixes, gates, signing, distribution. */
@NullMarked
package org.hikeshi.release;

import org.jspecify.annotations.NullMarked;
