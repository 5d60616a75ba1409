package org.hikeshi.policy;

import java.time.Instant;

/**
 * The recorded approval of one policy file by its hash (E0). It lives outside the file, which
 * cannot hold its own hash; who stores and signs it is the deployment's matter.
 */
public record PolicyApproval(
        VersionNumber version, String sha256, Role approvedBy, Instant approvedAt) {
    public PolicyApproval {
        if (!sha256.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}
