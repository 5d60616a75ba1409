/**
 * Words that somebody approved, asked for by their hash.
 *
 * <p>What the public reads is disclosure's, what customers may read before publication is
 * release's. Neither is kept here: it is asked for when a letter is written, and a letter whose
 * words cannot be had waits. Because the hash is part of the fact that the letter tells, nobody can
 * be sent another text than the one that was approved.
 */
@NullMarked
package org.hikeshi.notifier.approved;

import org.jspecify.annotations.NullMarked;
