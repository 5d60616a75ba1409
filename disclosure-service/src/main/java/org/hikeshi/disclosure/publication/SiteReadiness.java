package org.hikeshi.disclosure.publication;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A replica is ready only while it serves the newest generation it knows of. The group asks for
 * this alone: what is published stays reachable while the database is away.
 */
@Readiness
@HealthGroup("serving")
@ApplicationScoped
class SiteReadiness implements HealthCheck {
    private final Replica replica;

    SiteReadiness(Replica replica) {
        this.replica = replica;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("public site")
                .status(replica.present())
                .withData("generation", replica.served())
                .build();
    }
}
