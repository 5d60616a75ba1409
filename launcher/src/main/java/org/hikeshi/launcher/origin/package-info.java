/**
 * The one origin: a door that every request passes, then the service that {@code routes.yaml}
 * names.
 *
 * <p>The door refuses unknown hosts and ambiguous paths before anything is forwarded; bodies stream
 * through without being kept; a service that is down is told as such, with the promise that the
 * browser keeps what was typed. The access log knows routes, never addresses, paths or query
 * strings.
 */
@NullMarked
package org.hikeshi.launcher.origin;

import org.jspecify.annotations.NullMarked;
