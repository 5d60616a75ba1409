package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hikeshi.release.artifact.Artifacts;

/** Remediations as campaigns see them. Inside the caller's transaction. */
@Singleton
class Remedies {
    private static final String READ =
            """
            SELECT case_id, products, version, released_at IS NOT NULL
              FROM remediation WHERE remediation_id = :id
            """;

    private final Session entities;
    private final Artifacts artifacts;

    Remedies(Session entities, Artifacts artifacts) {
        this.entities = entities;
        this.artifacts = artifacts;
    }

    Optional<Remedy> byId(UUID id) {
        return entities.createNativeQuery(READ, Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(
                        row ->
                                new Remedy(
                                        id,
                                        (UUID) row[0],
                                        List.of((UUID[]) row[1]),
                                        (String) row[2],
                                        (Boolean) row[3],
                                        artifacts.of(id)));
    }
}
