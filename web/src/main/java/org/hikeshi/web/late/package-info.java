/**
 * What was sent when the session was over, kept for whoever signed in last and for nobody else.
 *
 * <p>A form that comes too late is given back at once: nothing of it is stored here, nor stands in
 * an address. It goes back sealed, as one field of a page that shows none of it, and opens only for
 * the person who signed in last on this browser, after signing in again: its sender, unless another
 * person signed in there in the meantime. Who that was is told by {@link
 * org.hikeshi.web.late.LastPerson}, a sealed cookie; it opens nothing by itself. Where it names
 * nobody there is nobody to keep a form for. The same cookie remembers since when the person is
 * signed in, for providers that do not say it.
 */
@NullMarked
package org.hikeshi.web.late;

import org.jspecify.annotations.NullMarked;
