package org.hikeshi.release.device;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How a device is stored. */
@Entity
@Table(name = "device")
@NullUnmarked // filled by Hibernate
class DeviceRow {
    @Id
    @Column(name = "device_id")
    UUID id;

    String tenant;

    @Column(name = "controller_id")
    String controllerId;

    String model;
    String serial;

    @Column(name = "fleet_group")
    String group;

    @Column(name = "token_hash")
    byte[] tokenHash;

    @Column(name = "attributes_wanted")
    boolean attributesWanted;

    // Written in batches by Contacts alone.
    @Column(name = "last_contact_at", updatable = false)
    Instant lastContactAt;

    @Column(name = "registered_by")
    String registeredBy;

    @Column(name = "registered_at")
    Instant registeredAt;

    @ElementCollection
    @CollectionTable(name = "device_attribute", joinColumns = @JoinColumn(name = "device_id"))
    @MapKeyColumn(name = "name")
    @Column(name = "value")
    Map<String, String> attributes = new HashMap<>();

    Device device() {
        return new Device(
                id, tenant, controllerId, model, serial, group, attributesWanted, lastContactAt);
    }
}
