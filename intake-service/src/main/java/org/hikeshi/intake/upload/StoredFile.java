package org.hikeshi.intake.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a report.
 *
 * @param number 1-based among all files of the report, in the order of arrival
 * @param message with which it came, null if with the report itself
 */
public record StoredFile(SealedFile file, int number, @Nullable UUID message) {}
