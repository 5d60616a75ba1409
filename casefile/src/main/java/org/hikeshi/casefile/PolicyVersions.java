package org.hikeshi.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;
import org.hikeshi.policy.Promise;
import org.hikeshi.policy.Promises;

/**
 * The policy in force and every earlier version this service ever started with (E0). A case names
 * its version for ever and is judged by exactly that text, whatever the policy says today. Plain
 * JDBC over messaging's transactions: it works without a container. Safe for many threads.
 */
public final class PolicyVersions {

    private final LoadedPolicy current;
    private final Transactions transactions;
    private final Map<String, Policy> known = new ConcurrentHashMap<>();

    private PolicyVersions(LoadedPolicy current, Transactions transactions) {
        this.current = current;
        this.transactions = transactions;
        known.put(version(current), current.policy());
    }

    /**
     * Puts a policy into force, storing its text if this version is new here.
     *
     * @throws IllegalStateException if this version is known with another text
     */
    public static PolicyVersions starting(
            LoadedPolicy policy, Transactions transactions, InstantSource clock) {
        String stored =
                transactions.inTransaction(
                        connection -> {
                            insert(connection, policy, clock.instant());
                            return column(connection, "sha256", version(policy)).orElseThrow();
                        });
        if (!stored.equals(policy.sha256())) {
            throw new IllegalStateException(
                    "policy version %s was used before with another text (SHA-256 %s, now %s): give the changed policy a new version number"
                            .formatted(version(policy), stored, policy.sha256()));
        }
        return new PolicyVersions(policy, transactions);
    }

    /** What new reports are taken under. */
    public Policy current() {
        return current.policy();
    }

    public String currentVersion() {
        return version(current);
    }

    /**
     * The policy of that version.
     *
     * @throws UnknownPolicyVersionException if this service never started with it
     */
    public Policy of(String version) {
        return known.computeIfAbsent(version, this::stored);
    }

    /** What was promised under a version to a report received then. */
    public List<Promise> promises(String version, Instant receivedAt) {
        return Promises.atReceipt(of(version), receivedAt, Set.of(Language.JA, Language.EN));
    }

    private Policy stored(String version) {
        String text =
                transactions
                        .inTransaction(connection -> column(connection, "source", version))
                        .orElseThrow(() -> new UnknownPolicyVersionException(version));
        try {
            return PolicyFile.load("version " + version, text.getBytes(StandardCharsets.UTF_8))
                    .policy();
        } catch (PolicyProblems unreadable) {
            throw new IllegalStateException(
                    "the stored policy version " + version + " cannot be read any more",
                    unreadable);
        }
    }

    private static String version(LoadedPolicy policy) {
        return policy.policy().version().number();
    }

    private static void insert(Connection connection, LoadedPolicy policy, Instant now)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO policy_version (version, sha256, source, first_used_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setString(1, version(policy));
            insert.setString(2, policy.sha256());
            insert.setString(3, policy.text());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static Optional<String> column(Connection connection, String column, String version)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT " + column + " FROM policy_version WHERE version = ?")) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
