package org.hikeshi.release.signing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * What a device checks before it installs a file; signed as exact bytes.
 *
 * @param model the only model it is for
 * @param version what the file brings
 * @param minimumVersion the floor: whoever installed this never goes below it again
 * @param sha256 64 hex digits
 * @param size in bytes
 * @param notBefore UTC
 * @param expires UTC; after that the file is not to be installed any more
 */
@RegisterForReflection
@JsonPropertyOrder({"model", "version", "minimumVersion", "sha256", "size", "notBefore", "expires"})
public record Manifest(
        String model,
        String version,
        String minimumVersion,
        String sha256,
        long size,
        Instant notBefore,
        Instant expires) {}
