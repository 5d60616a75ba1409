/**
 * The container images of Hikeshi, made of what Maven built: one for each service and {@code
 * hikeshi/tools}, which is the launcher.
 *
 * <p>Jib writes them into an engine, into files or into a registry, and needs no engine itself.
 * Equal content gives equal images: times are fixed, files are sorted. Who starts in an image is
 * user 10001; what may be written is {@code /tmp} and {@code /var/lib/hikeshi}.
 */
@NullMarked
package org.hikeshi.images;

import org.jspecify.annotations.NullMarked;
