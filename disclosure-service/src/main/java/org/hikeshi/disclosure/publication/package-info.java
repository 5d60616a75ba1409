/**
 * From an approved text to the public, and back if it must be.
 *
 * <p>A text goes out when its date has come, by a timer or by a person's hand, exactly once: the
 * row of the advisory is held while it is judged. What is public is rows: the revision in clear,
 * and the files of the public site with the number of their generation, all written in the
 * transaction that says the event. Each replica writes a new generation to a directory of its own
 * and switches to it as a whole, so no visitor sees half of a publication, and the pages stay when
 * the database is gone.
 */
@NullMarked
package org.hikeshi.disclosure.publication;

import org.jspecify.annotations.NullMarked;
