package org.hikeshi.release.device;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hikeshi.messaging.Transactions;
import org.jspecify.annotations.Nullable;

/** The registered devices. */
@ApplicationScoped
public class Devices {
    private final Rows rows;
    private final Session session;
    private final Transactions transactions;
    private final Contacts contacts;

    Devices(Rows rows, Session session, Transactions transactions, Contacts contacts) {
        this.rows = rows;
        this.session = session;
        this.transactions = transactions;
        this.contacts = contacts;
    }

    /** Judges who knocks; a known device counts as heard. The answer to a stranger names nobody. */
    public Admission admit(String tenant, String controllerId, @Nullable String token) {
        if (token == null || token.length() > 256) {
            return new Admission.Stranger();
        }
        Optional<Device> device =
                transactions.inTransaction(
                        connection ->
                                rows.find("tokenHash", (Object) TargetToken.hash(token))
                                        .firstResultOptional()
                                        .map(DeviceRow::device));
        if (device.isEmpty()) {
            return new Admission.Stranger();
        }
        Device known = device.get();
        if (!known.tenant().equals(tenant) || !known.controllerId().equals(controllerId)) {
            return new Admission.Elsewhere();
        }
        contacts.heard(known.id());
        return new Admission.Known(known);
    }

    /** Takes what a device says of itself; from now on it is not asked again. */
    public void describe(UUID device, Attributes.Change change) {
        transactions.doInTransaction(
                connection -> {
                    DeviceRow row = rows.findById(device);
                    Map<String, String> now = new Attributes(row.attributes).after(change).values();
                    row.attributes.keySet().retainAll(now.keySet());
                    row.attributes.putAll(now);
                    row.attributesWanted = false;
                });
    }

    /** Asks a device to say again what it is: something about it has changed. */
    public void askAgain(UUID device) {
        transactions.doInTransaction(
                connection -> rows.update("attributesWanted = true where id = ?1", device));
    }

    Optional<Device> byId(UUID id) {
        return transactions.inTransaction(
                connection -> rows.findByIdOptional(id).map(DeviceRow::device));
    }

    /** A page of devices by model and serial, after the given one. */
    List<Listed> list(Filter filter, int limit) {
        return transactions.inTransaction(
                connection -> {
                    var query =
                            session.createNativeQuery(
                                            """
                                            SELECT d.device_id, u.version, p.name FROM device d
                                              JOIN unit u ON u.model = d.model AND u.serial = d.serial
                                              JOIN product p ON p.product_id = u.product_id
                                             WHERE (:model = '' OR d.model = :model)
                                               AND (d.model, d.serial) > (:afterModel, :afterSerial)
                                             ORDER BY d.model, d.serial
                                            """,
                                            Object[].class)
                                    .setParameter("model", filter.model())
                                    .setParameter("afterModel", filter.afterModel())
                                    .setParameter("afterSerial", filter.afterSerial())
                                    .setMaxResults(limit);
                    return query.getResultList().stream()
                            .map(found -> listed((UUID) found[0], found))
                            .toList();
                });
    }

    private Listed listed(UUID id, Object[] found) {
        DeviceRow row = rows.findById(id);
        return new Listed(
                row.device(), (String) found[1], (String) found[2], Map.copyOf(row.attributes));
    }

    /** Which devices, all if the model is empty; after a model and serial. */
    record Filter(String model, String afterModel, String afterSerial) {}

    /** A device as the list shows it. */
    record Listed(Device device, String version, String product, Map<String, String> attributes) {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<DeviceRow, UUID> {}
}
