package org.hikeshi.messaging.service;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.hikeshi.messaging.DatabaseException;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.TransientFailureException;

/**
 * Ready while the database answers: what is accepted then is kept. A broker that is away is told in
 * one line, but does not make the service unready, for nothing is lost by waiting.
 */
@Readiness
@Singleton
class MessagingReadiness implements HealthCheck {
    private final Messaging messaging;

    MessagingReadiness(Messaging messaging) {
        this.messaging = messaging;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("messaging");
        try {
            Messaging.Status status = messaging.status();
            List<String> troubles = status.troubles();
            if (!troubles.isEmpty()) {
                answer.withData("trouble", String.join("; ", troubles));
            }
            return answer.withData("backlog", status.backlog())
                    .withData("parked", status.parked())
                    .up()
                    .build();
        } catch (DatabaseException | TransientFailureException e) {
            return answer.withData("trouble", "the database does not answer").down().build();
        }
    }
}
