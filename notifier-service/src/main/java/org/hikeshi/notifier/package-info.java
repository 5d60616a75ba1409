/** Who must be told what: obligations, deliveries, attempts. */
@NullMarked
package org.hikeshi.notifier;

import org.jspecify.annotations.NullMarked;
