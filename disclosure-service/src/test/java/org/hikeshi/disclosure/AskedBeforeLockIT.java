package org.hikeshi.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.hikeshi.casefile.RunningParts;
import org.junit.jupiter.api.Test;

/** Whoever may not see an advisory is refused without waiting for who works on it. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class AskedBeforeLockIT {
    private static final String OUTSIDER = "developer-2"; // not on the team

    @Inject DataSource database;

    @Test
    void theTimeOfARefusalDoesNotTellThatSomebodyWorksOnIt() throws Exception {
        World world = World.scored();
        String id = world.drafted();
        try (ExecutorService hands = Executors.newCachedThreadPool();
                Connection busy = database.getConnection()) {
            busy.setAutoCommit(false);
            lock(busy, id);

            Future<Response> ofTheTeam = hands.submit(() -> hold("developer", id));
            List<Future<Response>> outside =
                    List.of(
                            hands.submit(() -> hold(OUTSIDER, id)),
                            hands.submit(() -> act(OUTSIDER, id, "publication", Map.of())),
                            hands.submit(() -> World.review(id, "technical", OUTSIDER)));

            for (Future<Response> refused : outside) {
                assertThat(refused.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
            }
            assertThatThrownBy(() -> ofTheTeam.get(1, TimeUnit.SECONDS))
                    .as("who may act waits for the row")
                    .isInstanceOf(TimeoutException.class);
            busy.rollback();
            busy.setAutoCommit(true);
            assertThat(ofTheTeam.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    private static void lock(Connection busy, String id) throws Exception {
        try (PreparedStatement select =
                busy.prepareStatement("SELECT 1 FROM advisory WHERE id = ? FOR UPDATE")) {
            select.setObject(1, UUID.fromString(id));
            assertThat(select.executeQuery().next()).isTrue();
        }
    }

    private static Response hold(String person, String id) {
        return act(person, id, "hold", Map.of("held", true));
    }

    private static Response act(String person, String id, String what, Map<String, ?> body) {
        return World.as(person).body(body).post("/api/v1/advisories/" + id + "/" + what);
    }
}
