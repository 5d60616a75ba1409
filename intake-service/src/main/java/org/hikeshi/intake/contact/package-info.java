/**
 * The one way in which another service learns who reported: the notifier asks for the address at
 * the moment of sending, by a token that is good for one call. Every read is an audit row in the
 * transaction of the read. Whoever may not ask and whatever does not exist get the same 404.
 */
@NullMarked
package org.hikeshi.intake.contact;

import org.jspecify.annotations.NullMarked;
