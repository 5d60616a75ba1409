package org.hikeshi.messaging.service;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** A row that Hibernate writes. */
@Entity
public class Fact extends PanacheEntityBase {
    @Id public UUID id;
    public int times;
}
