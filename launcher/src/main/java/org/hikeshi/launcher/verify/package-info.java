/**
 * {@code ./hikeshi verify}: has anybody bent the record of acts? It reads tables or an export, the
 * exported checkpoints and the public keys, and nothing else: no service needs to run, and no code
 * of theirs is asked. In a trial it finds all of it in the launcher's folder; elsewhere it is told
 * by options where they are. It says for each service what was found and where, and plainly what
 * nobody can prove yet. The answer is also an exit status: 0 nothing found, 1 something found, 2
 * not verified or not wholly proven.
 */
@NullMarked
package org.hikeshi.launcher.verify;

import org.jspecify.annotations.NullMarked;
