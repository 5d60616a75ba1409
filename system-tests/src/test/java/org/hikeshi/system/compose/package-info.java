/** The system in containers of one machine, as far as it can be judged without an engine. */
@NullMarked
package org.hikeshi.system.compose;

import org.jspecify.annotations.NullMarked;
