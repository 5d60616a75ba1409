/**
 * Devices in the field that ask for updates by themselves.
 *
 * <p>Each is registered by staff under a tenant and a controller id and has a token of its own,
 * which is shown once and kept as a hash. What a device says of itself (attributes) and when it was
 * last heard is kept here; contacts are gathered in memory and written in batches, so that a fleet
 * that polls costs one statement now and then, not one per poll. Whether a device may ask at all is
 * decided here; what it is told, in {@code ota}.
 */
@NullMarked
package org.hikeshi.release.device;

import org.jspecify.annotations.NullMarked;
