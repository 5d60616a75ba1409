/** The running system under journeys, faults and hostile input. */
@NullMarked
package org.hikeshi.system;

import org.jspecify.annotations.NullMarked;
