/**
 * Firmware and other files of a remediation, as bytes.
 *
 * <p>A file is uploaded as one stream: digests and size are taken on the way, the bytes go to disk
 * under a passing name, are forced, and only then appear in the store, named by their SHA-256
 * ({@link org.hikeshi.release.artifact.ArtifactStore}). So nothing half-written is ever seen, the
 * same bytes are kept once, and what was approved by its digest cannot be exchanged. Rows ({@link
 * org.hikeshi.release.artifact.Artifacts}) say which model and version a file is for; files of a
 * remediation that was released are offered to the public and to devices and never change again.
 */
@NullMarked
package org.hikeshi.release.artifact;

import org.jspecify.annotations.NullMarked;
