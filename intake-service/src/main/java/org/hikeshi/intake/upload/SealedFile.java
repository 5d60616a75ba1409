package org.hikeshi.intake.upload;

import java.util.UUID;

/**
 * A file that arrived as a whole and lies sealed.
 *
 * @param name as the sender called it, for the report's eyes only; may be empty
 * @param size bytes
 * @param sha256 32 bytes, of the plaintext as received
 */
public record SealedFile(UUID id, String name, String contentType, long size, byte[] sha256) {}
