/**
 * Who may reach what, from the annotations of the compiled services to the running system. {@link
 * org.hikeshi.system.access.AccessTable} is read out of the classes; the page {@code
 * docs/access.md} is compared with it, and the matrix knocks with it at every endpoint as every
 * kind of caller.
 */
@NullMarked
package org.hikeshi.system.access;

import org.jspecify.annotations.NullMarked;
