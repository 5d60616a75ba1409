package org.hikeshi.release.device;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.catalogue.Unit;
import org.hikeshi.trust.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * Gives a unit a name and a token at {@code /ota}. A unit that nobody has entered yet is entered
 * with it, so that every device counts in the field.
 */
@Singleton
class RegisteringDevice {
    private static final String ENTER_UNIT =
            """
            INSERT INTO unit (model, serial, product_id, version, changed_at)
            VALUES (:model, :serial, :product, :version, :at) ON CONFLICT DO NOTHING
            """;

    private final Catalogue catalogue;
    private final Devices.Rows rows;
    private final Session entities;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    RegisteringDevice(
            Catalogue catalogue,
            Devices.Rows rows,
            Session entities,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What staff say of a device.
     *
     * @param version what is installed; not needed for a unit that is known
     * @param token one that the device has already; null to make one
     */
    record Wanted(
            String tenant,
            String controllerId,
            String model,
            String serial,
            @Nullable String group,
            @Nullable String version,
            @Nullable String token) {}

    /** How it went. */
    sealed interface Registered {
        /**
         * @param token told now and never again
         */
        record Done(Device device, String token) implements Registered {}

        /** A value that cannot be: the field and the code of its sentence. */
        record Refused(String field, String code) implements Registered {}
    }

    Registered register(Wanted wanted, String by) {
        return transactions.inTransaction(connection -> registered(connection, wanted, by));
    }

    private Registered registered(Connection connection, Wanted wanted, String by)
            throws SQLException {
        Optional<Product> product = catalogue.ofModel(wanted.model());
        if (product.isEmpty()) {
            return new Registered.Refused("/model", "model-unknown");
        }
        Optional<Unit> unit = catalogue.unit(wanted.model(), wanted.serial());
        if (unit.isEmpty() && wanted.version() == null) {
            return new Registered.Refused("/version", "version-needed");
        }
        if (rows.count("tenant = ?1 and controllerId = ?2", wanted.tenant(), wanted.controllerId())
                > 0) {
            return new Registered.Refused("/controllerId", "controller-taken");
        }
        if (rows.count("model = ?1 and serial = ?2", wanted.model(), wanted.serial()) > 0) {
            return new Registered.Refused("/serial", "serial-taken");
        }
        String token = Optional.ofNullable(wanted.token()).orElseGet(TargetToken::random);
        if (rows.count("tokenHash", (Object) TargetToken.hash(token)) > 0) {
            return new Registered.Refused("/targetToken", "token-taken");
        }
        if (unit.isEmpty()) {
            enter(wanted, product.get());
        }
        DeviceRow row = row(wanted, token, by);
        rows.persistAndFlush(row);
        audit.record(
                connection,
                AuditEntry.of(by, "device-registered", row.id.toString(), row.registeredAt));
        return new Registered.Done(row.device(), token);
    }

    /** Replaces a device's token; the old one opens nothing from now on. */
    Optional<String> newToken(UUID device, String by) {
        return transactions.inTransaction(
                connection -> {
                    DeviceRow row = rows.findById(device);
                    if (row == null) {
                        return Optional.empty();
                    }
                    String token = TargetToken.random();
                    row.tokenHash = TargetToken.hash(token);
                    audit.record(
                            connection,
                            AuditEntry.of(
                                    by,
                                    "device-token-renewed",
                                    row.id.toString(),
                                    clock.instant()));
                    return Optional.of(token);
                });
    }

    private void enter(Wanted wanted, Product product) {
        entities.createNativeQuery(ENTER_UNIT)
                .setParameter("model", wanted.model())
                .setParameter("serial", wanted.serial())
                .setParameter("product", product.id())
                .setParameter("version", wanted.version())
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    private DeviceRow row(Wanted wanted, String token, String by) {
        DeviceRow row = new DeviceRow();
        row.id = UUID.randomUUID();
        row.tenant = wanted.tenant();
        row.controllerId = wanted.controllerId();
        row.model = wanted.model();
        row.serial = wanted.serial();
        row.group = wanted.group();
        row.tokenHash = TargetToken.hash(token);
        row.attributesWanted = true;
        row.registeredBy = by;
        row.registeredAt = clock.instant();
        return row;
    }
}
