package org.hikeshi.notifier.customer;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Who the customers are and how they are reached (E5.4). Every import is on record. */
@Singleton
public class CustomerRegistry {
    private static final String COLUMNS = "SELECT id, kind, language, name, address FROM customer";

    private final Transactions transactions;
    private final RegistrySeal seal;
    private final AuditLog audit;
    private final InstantSource clock;

    CustomerRegistry(
            Transactions transactions, RegistrySeal seal, AuditLog audit, InstantSource clock) {
        this.transactions = transactions;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an import does, or would do. */
    public record Outcome(int created, int changed, int unchanged) {}

    public Optional<Customer> find(String id) {
        return transactions.inTransaction(
                connection -> read(connection, COLUMNS + " WHERE id = ?", id).stream().findFirst());
    }

    /** All of them, by id. */
    public List<Customer> all() {
        return transactions.inTransaction(
                connection -> read(connection, COLUMNS + " ORDER BY id", null));
    }

    /**
     * Takes customers in, new ones and changed ones; those not named stay as they are.
     *
     * @param by the staff id of who does it
     * @param dryRun only counts
     */
    public Outcome take(List<Customer> customers, String by, boolean dryRun) {
        return transactions.inTransaction(
                connection -> {
                    int created = 0;
                    int changed = 0;
                    for (Customer one : customers) {
                        Optional<Customer> known =
                                read(connection, COLUMNS + " WHERE id = ?", one.id()).stream()
                                        .findFirst();
                        created += known.isEmpty() ? 1 : 0;
                        changed += known.filter(k -> !k.equals(one)).isPresent() ? 1 : 0;
                        if (!dryRun && known.filter(one::equals).isEmpty()) {
                            write(connection, one, by);
                        }
                    }
                    return new Outcome(created, changed, customers.size() - created - changed);
                });
    }

    private void write(Connection c, Customer one, String by) throws SQLException {
        try (PreparedStatement upsert =
                c.prepareStatement(
                        "INSERT INTO customer (id, kind, language, name, address, changed_at,"
                                + " changed_by) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO"
                                + " UPDATE SET kind = excluded.kind, language = excluded.language,"
                                + " name = excluded.name, address = excluded.address, changed_at ="
                                + " excluded.changed_at, changed_by = excluded.changed_by")) {
            upsert.setString(1, one.id());
            upsert.setString(2, one.kind().name());
            upsert.setString(3, one.language().name());
            upsert.setBytes(4, seal.seal(c, "name", one.id(), one.name()));
            upsert.setBytes(5, seal.seal(c, "address", one.id(), one.address().toString()));
            upsert.setObject(6, clock.instant().atOffset(ZoneOffset.UTC));
            upsert.setString(7, by);
            upsert.executeUpdate();
        }
        audit.record(c, AuditEntry.of(by, "customer-taken-in", one.id(), clock.instant()));
    }

    private List<Customer> read(Connection c, String sql, @Nullable String id) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(sql)) {
            if (id != null) {
                select.setString(1, id);
            }
            List<Customer> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    customer(c, row).ifPresent(all::add);
                }
            }
            return all;
        }
    }

    private Optional<Customer> customer(Connection c, ResultSet row) throws SQLException {
        String id = row.getString(1);
        String name = seal.open(c, "name", id, row.getBytes(4));
        String address = seal.open(c, "address", id, row.getBytes(5));
        var kind = Customer.Kind.valueOf(row.getString(2));
        var language = Language.valueOf(row.getString(3));
        return MailAddress.check(address) instanceof MailAddress.Good good
                ? Optional.of(new Customer(id, kind, name, good.address(), language))
                : Optional.empty();
    }
}
