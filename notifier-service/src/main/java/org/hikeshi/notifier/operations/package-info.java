/**
 * Does anything hang? The page on which operations begin.
 *
 * <p>It says how many mails wait and since when, how many could not be delivered, and what this
 * service's own mechanism has to say; for the other services it leads to their own word, for nobody
 * here knows how they are.
 */
@NullMarked
package org.hikeshi.notifier.operations;

import org.jspecify.annotations.NullMarked;
