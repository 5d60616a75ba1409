package org.hikeshi.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.disclosure.publication.UnheldPublishing;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.Disclosed;
import org.junit.jupiter.api.Test;

/**
 * However many hands publish at once, one text goes out once; a crooked twin sends it out twice.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class PublishingOnceIT {
    @Inject UnheldPublishing crooked;

    /** How often the public was told something about the case. */
    private static int timesOut(World world) {
        return Said.all(Disclosed.class, world.caseId).size()
                + Said.all(AdvisoryRevised.class, world.caseId).size();
    }

    private static <T> List<T> together(int hands, Callable<T> attempt) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(hands)) {
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> one : pool.invokeAll(Collections.nCopies(hands, attempt))) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    void manyHandsPublishOnce() throws Exception {
        World world = World.scored();
        world.fixIsReady();
        String id = world.drafted();
        World.reviewed(id);
        World.decide(id, "security-office", Instant.now().minusSeconds(5)).then().statusCode(200);
        hold("developer", id, true);
        World.approve(id).then().statusCode(200);
        World.publish(id).then().statusCode(409).body("code", equalTo("held"));
        hold("security-office", id, false);
        assertThat(together(8, () -> World.publish(id).statusCode())).isSubsetOf(200, 409);
        Said.await("published", () -> World.get(id).path("state").equals("published"));
        assertThat(timesOut(world)).isEqualTo(1);
    }

    /** What Kubernetes asks before it sends readers here: not whether the database is there. */
    @Test
    void readersAreSentToWhoServesTheSite() throws Exception {
        Said.await(
                "the site is served",
                () -> given().get("/q/health/group/serving").statusCode() == 200);
        given().get("/q/health/group/serving")
                .then()
                .body("checks.name", equalTo(List.of("public site")));
    }

    @Test
    void whoDoesNotHoldTheAdvisoryPublishesItTwice() throws Exception {
        World world = World.scored();
        world.fixIsReady();
        String id = world.drafted();
        World.reviewed(id);
        World.approve(id).then().statusCode(200);
        var judged = new CyclicBarrier(2);
        assertThat(together(2, () -> crooked.publish(UUID.fromString(id), judged)))
                .containsOnly(true);
        Said.await("both are told", () -> timesOut(world) == 2);
    }

    private static void hold(String person, String id, boolean held) {
        World.as(person)
                .body(Map.of("held", held))
                .post("/api/v1/advisories/" + id + "/hold")
                .then()
                .statusCode(200);
    }
}
