/**
 * What the public may fetch: released files, each beside its signature, digest and signed manifest,
 * and the key to verify them with (E5.5-hash, E5.5-sig).
 *
 * <p>Nothing is here before its remediation was released, and nothing here says why an update
 * exists: a page carries product, version, date, and the approved text for customers with urgency
 * and how to get it (design §5). How to check a file is shown for the three systems people have.
 */
@NullMarked
package org.hikeshi.release.download;

import org.jspecify.annotations.NullMarked;
