package org.hikeshi.notifier.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;

/** The registry's data key, made at its first use. */
@Singleton
class RegistrySeal {
    private final MasterKey master;

    RegistrySeal(MasterKey master) {
        this.master = master;
    }

    byte[] seal(Connection c, String column, String customer, String text) throws SQLException {
        return key(c).seal(text.getBytes(UTF_8), SealedAt.of("customer", column, customer));
    }

    String open(Connection c, String column, String customer, byte[] sealed) throws SQLException {
        return new String(key(c).open(sealed, SealedAt.of("customer", column, customer)), UTF_8);
    }

    private DataKey key(Connection c) throws SQLException {
        try (PreparedStatement insert =
                        c.prepareStatement(
                                "INSERT INTO registry_key (one, wrapped) SELECT true, ? WHERE NOT"
                                        + " EXISTS (SELECT 1 FROM registry_key) ON CONFLICT DO"
                                        + " NOTHING");
                PreparedStatement select = c.prepareStatement("SELECT wrapped FROM registry_key")) {
            insert.setBytes(1, master.wrap(DataKey.generate()).bytes());
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return master.unwrap(WrappedKey.of(row.getBytes(1)));
            }
        }
    }
}
