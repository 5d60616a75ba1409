package org.hikeshi.intake;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.EventCodec;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.ServiceTokens;

/** The other services as intake meets them: their events, and their calls with a token. */
public final class Neighbours {

    private Neighbours() {}

    public static IncomingEvent saying(CaseEvent event) {
        return new IncomingEvent(
                UUID.randomUUID(),
                event.type(),
                "triage",
                event.caseId().toString(),
                event.subject(),
                Instant.EPOCH,
                UUID.randomUUID(),
                null,
                new EventCodec().encode(event));
    }

    /** A call with a fresh token of this service. */
    public static RequestSpecification calling(String service) {
        Path key = Path.of(System.getProperty("hikeshi.test." + service + "-key"));
        ServiceIdentity identity = ServiceIdentity.load(service, key, key.resolveSibling("keys"));
        String token = new ServiceTokens(identity, Clock.systemUTC()).issue("intake");
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** A person of the desk at the API. */
    public static RequestSpecification staff(String name) {
        return given().auth()
                .preemptive()
                .basic(name, "pass-" + name)
                .contentType("application/json");
    }
}
