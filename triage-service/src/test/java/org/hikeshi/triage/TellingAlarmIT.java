package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AlarmCause;
import org.hikeshi.events.AlarmState;
import org.hikeshi.events.AuditAlarm;
import org.hikeshi.events.HouseService;
import org.junit.jupiter.api.Test;

/** S14: a service whose record of acts stands still says so while it does, and once more after. */
@QuarkusTest
@TestProfile(TellingAlarmIT.Impatient.class)
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class TellingAlarmIT {

    /** Two seconds instead of a minute. */
    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "hikeshi.audit.alarm-after", "PT2S",
                    "hikeshi.audit.checkpoint-every", "PT0.5S");
        }
    }

    @Test
    void aHeldLockIsSaidWhileItIsHeldAndItsEndOnce() throws Exception {
        Config config = ConfigProvider.getConfig();
        try (Connection thief =
                        DriverManager.getConnection(
                                config.getValue("quarkus.datasource.jdbc.url", String.class),
                                config.getValue("quarkus.datasource.username", String.class),
                                config.getValue("quarkus.datasource.password", String.class));
                Statement lock = thief.createStatement()) {
            lock.executeQuery("SELECT pg_advisory_lock(28348)").close();
            Cases.as("auditor").get("/api/v1/operations/triage/audit").then().statusCode(200);
            Said.await("it is said", () -> said().size() == 1);
            lock.executeQuery("SELECT pg_advisory_unlock(28348)").close();
        }
        Said.await("its end is said", () -> said().size() == 2);
        Thread.sleep(2_000);

        assertThat(said())
                .allMatch(one -> one.service() == HouseService.TRIAGE)
                .extracting(AuditAlarm::state)
                .containsExactly(AlarmState.RAISED, AlarmState.OVER);
    }

    private static List<AuditAlarm> said() {
        // A busy machine may hold up a signature as well, for so short a time as is set here.
        return Said.all(AuditAlarm.class, HouseService.TRIAGE.key().toString()).stream()
                .filter(one -> one.cause() == AlarmCause.NOT_CHAINED)
                .toList();
    }
}
