/**
 * The reference device: what a vendor's device has to do so that an update is safe (A7.2, E5.5).
 *
 * <p>It asks the house over DDI like any client, downloads with resume, and installs nothing that
 * it has not verified itself: the signed manifest first (model, floor, downgrade, validity), then
 * size, hash and signature of the bytes, and the hash once more while they go to flash. What it
 * refuses it refuses with a word for the reason, on its own page and in its report. A file picked
 * by hand on that page passes the same checks. It has {@link
 * org.hikeshi.system.device.ReferenceDevice#main} and runs without the tests.
 */
@NullMarked
package org.hikeshi.system.device;

import org.jspecify.annotations.NullMarked;
