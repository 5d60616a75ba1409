/**
 * Packs what the other modules have built into one zip that starts without Maven.
 *
 * <p>The five services and the launcher share most of their libraries, so these lie once in {@code
 * programs/lib}; each program is a jar that holds nothing but a manifest with its class path. The
 * SBOM that Maven knows is reduced to the files that are really packed, recognised by their digest,
 * and completed by what Maven does not know: our own programs and what lies inside jars. A jar
 * without a component or a component without a licence breaks the build. Order, times and
 * permissions are fixed, so that equal files give an equal zip.
 */
@NullMarked
package org.hikeshi.dist;

import org.jspecify.annotations.NullMarked;
