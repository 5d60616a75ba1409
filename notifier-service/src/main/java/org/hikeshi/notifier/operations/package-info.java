/**
 * Does anything hang? The page on which operations begin.
 *
 * <p>It says how many mails wait and since when, and how many could not be delivered. How each
 * service is, its own panel says, for nobody here knows.
 */
@NullMarked
package org.hikeshi.notifier.operations;

import org.jspecify.annotations.NullMarked;
