package org.hikeshi.intake.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.openpgp.OpenPgpSigner;

/**
 * The OpenPGP signature over a receipt's bytes, for reporters who check with {@code gpg} alone.
 * Made when it is first asked for, so that taking a report waits for no second signature; then
 * kept, for the same receipt must never come with two. Without a key of the desk there is none.
 */
@ApplicationScoped
@Named("openPgpReceipts")
public class OpenPgpReceipts {

    private static final String KEEP =
            "INSERT INTO receipt_openpgp (report_id, signature) VALUES (?, ?)"
                    + " ON CONFLICT (report_id) DO NOTHING";
    private static final String FIND = "SELECT signature FROM receipt_openpgp WHERE report_id = ?";

    private final Transactions transactions;
    private final Optional<OpenPgpSigner> signer;

    OpenPgpReceipts(
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "hikeshi.openpgp-key") Optional<Path> key) {
        this.transactions = transactions;
        this.signer = key.map(file -> OpenPgpSigner.read(file, clock));
    }

    /** Whether the desk has a certificate to sign with. */
    public boolean isAvailable() {
        return signer.isPresent();
    }

    /** The detached signature in ASCII armour; empty without a key. */
    public Optional<byte[]> of(StoredReport report) {
        return signer.map(
                desk -> transactions.inTransaction(connection -> kept(connection, report, desk)));
    }

    private static byte[] kept(Connection connection, StoredReport report, OpenPgpSigner desk)
            throws SQLException {
        UUID id = report.id().value();
        Optional<byte[]> before = find(connection, id);
        if (before.isPresent()) {
            return before.get();
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, id);
            insert.setBytes(2, desk.detached(report.receipt().bytes()));
            insert.executeUpdate();
        }
        // Of two who ask at once the first one's signature is kept, and both get that.
        return find(connection, id).orElseThrow();
    }

    private static Optional<byte[]> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }
}
