/**
 * What everybody may read: advisories and notices, their lists, the policy, security.txt.
 *
 * <p>Pages are written once, when something is published or the software or the day changes, and
 * then served as files; nothing is negotiated. Each page exists in each language at an address of
 * its own, and at the bare address in the policy's first language. Lists say since when nothing
 * changed, an empty one too.
 */
@NullMarked
package org.hikeshi.disclosure.site;

import org.jspecify.annotations.NullMarked;
