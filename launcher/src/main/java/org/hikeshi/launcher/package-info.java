/** One machine: embedded parts, five services, one origin in front. */
@NullMarked
package org.hikeshi.launcher;

import org.jspecify.annotations.NullMarked;
