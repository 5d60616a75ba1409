/**
 * Looks for planted words where they must not be. A {@link org.hikeshi.system.leak.PlantedSecret}
 * is a random word that a test wrote into one field of a report; {@link
 * org.hikeshi.system.leak.Encoding} lists the shapes in which a careless program could have kept
 * it; {@link org.hikeshi.system.leak.SecretScanner} finds all of them in one pass over any bytes. A
 * finding names the field, the encoding and the place, so that a red test says what to mend.
 */
@NullMarked
package org.hikeshi.system.leak;

import org.jspecify.annotations.NullMarked;
