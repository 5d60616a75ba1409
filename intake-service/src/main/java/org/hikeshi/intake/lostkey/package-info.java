/**
 * A reporter who has lost the access key gets a new one, and nobody else does. Who asks learns
 * nothing: the answer is the same for every code, after the same work, and what follows is done
 * afterwards. A mail goes only to the stored address, with a link that is worth nothing without the
 * tracking code; typing it raises the generation of the key, which ends the link, the old key and
 * every session begun with it. Opening the link alone changes nothing, so a scanner that follows it
 * burns nothing.
 */
@NullMarked
package org.hikeshi.intake.lostkey;

import org.jspecify.annotations.NullMarked;
