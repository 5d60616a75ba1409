package org.hikeshi.release.campaign;

import org.hikeshi.release.artifact.ArtifactFile;

/**
 * What a device is to install.
 *
 * @param automatic whether it goes ahead by itself
 */
public record Work(int action, ArtifactFile file, boolean automatic) {}
