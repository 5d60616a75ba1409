/**
 * Comparisons, each as a ratio measured in one run.
 *
 * <p>Machines differ and are noisy, so no figure here is a time: each comparison does the same work
 * twice, once with Hikeshi and once with the barest program that could stand in its place, on the
 * same machine, minutes apart. Rounds go baseline, measured, baseline; when the two baselines
 * differ too much, the machine was too noisy and the round gives no verdict. Nothing here fails a
 * build.
 */
@NullMarked
package org.hikeshi.bench;

import org.jspecify.annotations.NullMarked;
