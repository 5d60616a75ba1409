/**
 * The doors in front of every page and API of a service.
 *
 * <p>{@link org.hikeshi.web.doors.Doors} stands before any route is matched: an address that two
 * programs could read differently, a {@code Host} that is not ours, too many headers and a
 * state-changing request of a foreign page end here, and no later code has to think of them.
 * Authorisation is never decided by path (design §5), so the path check guards only against
 * confusion. Every answer leaves with the same security headers. {@link org.hikeshi.web.Origin} is
 * the one configured address from which all links are built.
 */
@NullMarked
package org.hikeshi.web.doors;

import org.jspecify.annotations.NullMarked;
