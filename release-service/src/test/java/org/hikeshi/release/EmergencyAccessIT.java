package org.hikeshi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.junit.jupiter.api.Test;

/**
 * Design §5: what triage says about emergency access holds in every service, and ends there too.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class EmergencyAccessIT {
    @Inject CaseAccess access;

    @Test
    void itIsGoodForOnePersonAndOneCaseUntilItEnds() throws Exception {
        CaseId caseId = CaseId.random();
        assertThat(access.maySee(caseId, signedIn("legal"))).isFalse();

        say(caseId, "qa", Instant.now().minusSeconds(1));
        say(caseId, "legal", Instant.now().plusSeconds(3600));

        // Facts of one key come in order: when the second is known, so is the first.
        Said.await("it has begun", () -> access.maySee(caseId, signedIn("legal")));
        assertThat(access.maySee(caseId, signedIn("qa"))).as("it has ended").isFalse();
        assertThat(access.maySee(caseId, signedIn("developer"))).isFalse();
        assertThat(access.maySee(CaseId.random(), signedIn("legal"))).isFalse();
    }

    private static void say(CaseId caseId, String person, Instant until) {
        Neighbour.named("triage")
                .says(
                        new GlassBroken(
                                caseId,
                                new StaffId(person),
                                StaffRole.valueOf(person.toUpperCase(Locale.ROOT)),
                                until,
                                Instant.now()));
    }

    private static SecurityIdentity signedIn(String person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .addRole(person)
                .build();
    }
}
