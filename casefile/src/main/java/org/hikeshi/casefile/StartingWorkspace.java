package org.hikeshi.casefile;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.ApprovalVerdict;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.PolicyApproval;
import org.hikeshi.policy.Role;
import org.hikeshi.policy.VersionNumber;
import org.hikeshi.policy.Workspace;

/**
 * What a workspace must be before anything is heard or promised in it: the same as ever since its
 * database was begun, and, deployed, under a policy whose very bytes were approved (E0).
 */
final class StartingWorkspace {

    private StartingWorkspace() {}

    /**
     * Keeps at the first start what the workspace is.
     *
     * @throws IllegalStateException if the database was begun as the other one
     */
    static void keep(Workspace workspace, Transactions transactions, InstantSource clock) {
        String now = workspace.name().toLowerCase(Locale.ROOT);
        String kept =
                transactions.inTransaction(
                        connection -> {
                            try (PreparedStatement first =
                                            connection.prepareStatement(
                                                    "INSERT INTO workspace (kind, since) VALUES (?,"
                                                            + " ?) ON CONFLICT DO NOTHING");
                                    PreparedStatement read =
                                            connection.prepareStatement(
                                                    "SELECT kind FROM workspace")) {
                                first.setString(1, now);
                                first.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                                first.executeUpdate();
                                try (ResultSet row = read.executeQuery()) {
                                    row.next();
                                    return row.getString(1);
                                }
                            }
                        });
        if (!kept.equals(now)) {
            throw new IllegalStateException(
                    "hikeshi.workspace (HIKESHI_WORKSPACE): this database was begun as %s and never becomes %s; begin with an empty one"
                            .formatted(kept, now));
        }
    }

    /**
     * @param approval file with {@code version}, {@code sha256}, {@code approvedBy}, {@code
     *     approvedAt}
     * @throws IllegalStateException if the policy may not be used here and now
     */
    static void judge(
            LoadedPolicy policy, Workspace workspace, Optional<Path> approval, Instant now) {
        List<PolicyApproval> approvals =
                approval.map(StartingWorkspace::read).map(List::of).orElse(List.of());
        if (policy.approvedFor(workspace, now, approvals)
                instanceof ApprovalVerdict.Refused refused) {
            throw new IllegalStateException(
                    "hikeshi.policy-approval (HIKESHI_POLICY_APPROVAL): " + refused.reason());
        }
    }

    private static PolicyApproval read(Path file) {
        Properties lines = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(text);
            return new PolicyApproval(
                    new VersionNumber(line(lines, "version")),
                    line(lines, "sha256"),
                    Role.valueOf(
                            line(lines, "approvedBy").toUpperCase(Locale.ROOT).replace('-', '_')),
                    OffsetDateTime.parse(line(lines, "approvedAt")).toInstant());
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException(
                    "hikeshi.policy-approval (HIKESHI_POLICY_APPROVAL): %s needs the lines version, sha256, approvedBy, approvedAt (time with offset): %s"
                            .formatted(file, unreadable.getMessage()));
        }
    }

    private static String line(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.strip();
    }
}
