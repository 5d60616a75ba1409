/** Comparisons, each as a ratio measured in one run. */
@NullMarked
package org.hikeshi.bench;

import org.jspecify.annotations.NullMarked;
