package org.hikeshi.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hikeshi.messaging.JdbcTransactions;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A workspace stays what it was begun as, and a deployed one has an approved policy. */
class StartingWorkspaceIT {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir Path folder;

    private static JdbcTransactions begun(String name, boolean used) throws Exception {
        Database database = PartsForTests.createDatabase(name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        try (var connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(migration("V0501__policies_and_cases.sql"));
            if (used) {
                statement.execute("INSERT INTO policy_version VALUES ('1', 'x', 'y', now())");
            }
            statement.execute(migration("V0591__workspace.sql"));
        }
        return new JdbcTransactions(source);
    }

    private static String migration(String name) throws Exception {
        try (var text =
                Objects.requireNonNull(
                        StartingWorkspaceIT.class.getResourceAsStream("/db/casefile/" + name))) {
            return new String(text.readAllBytes(), UTF_8);
        }
    }

    @Test
    void aNewDatabaseTakesWhatItIsAndStaysIt() throws Exception {
        JdbcTransactions fresh = begun("workspace_new", false);
        StartingWorkspace.keep(Workspace.DEPLOYED, fresh, Clock.systemUTC());
        assertThatCode(() -> StartingWorkspace.keep(Workspace.DEPLOYED, fresh, Clock.systemUTC()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> StartingWorkspace.keep(Workspace.TRIAL, fresh, Clock.systemUTC()))
                .hasMessageContaining("HIKESHI_WORKSPACE")
                .hasMessageContaining("begun as deployed and never becomes trial");
    }

    @Test
    void whatWasUsedBeforeIsATrialAndIsNeverDeployed() throws Exception {
        JdbcTransactions used = begun("workspace_used", true);
        StartingWorkspace.keep(Workspace.TRIAL, used, Clock.systemUTC());
        assertThatThrownBy(
                        () -> StartingWorkspace.keep(Workspace.DEPLOYED, used, Clock.systemUTC()))
                .hasMessageContaining("begun as trial");
    }

    @Test
    void aDeployedOneNeedsTheApprovalOfTheseVeryBytes() throws Exception {
        LoadedPolicy policy = PolicyFile.loadBundled("cvss-sla");
        StartingWorkspace.judge(policy, Workspace.TRIAL, Optional.empty(), NOW);
        assertThatThrownBy(
                        () ->
                                StartingWorkspace.judge(
                                        policy, Workspace.DEPLOYED, Optional.empty(), NOW))
                .hasMessageContaining("HIKESHI_POLICY_APPROVAL")
                .hasMessageContaining(policy.sha256());
        StartingWorkspace.judge(policy, Workspace.DEPLOYED, approval(policy.sha256()), NOW);
        assertThatThrownBy(
                        () ->
                                StartingWorkspace.judge(
                                        policy, Workspace.DEPLOYED, approval("0".repeat(64)), NOW))
                .hasMessageContaining("has no approval by ciso");
        assertThatThrownBy(
                        () ->
                                StartingWorkspace.judge(
                                        policy, Workspace.DEPLOYED, approval("mangled"), NOW))
                .hasMessageContaining("needs the lines version, sha256, approvedBy, approvedAt");
    }

    private Optional<Path> approval(String sha256) throws Exception {
        return Optional.of(
                Files.writeString(
                        folder.resolve("approval.properties"),
                        """
                        version=1.0
                        sha256=%s
                        approvedBy=ciso
                        approvedAt=2026-11-01T10:00:00+09:00
                        """
                                .formatted(sha256)));
    }
}
