package org.hikeshi.triage.absence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On no day are somebody and their deputy both away, whoever says so first, or both at once. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class NobodyThereIT {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String DEVELOPER = "developer";
    private static final String DEPUTY = "developer-2";
    private static final int ROUNDS = 12;

    @Inject Absences absences;
    @Inject Transactions transactions;

    private final LocalDate today = LocalDate.now(TOKYO);
    private Map<String, String> sessions = Map.of();

    @BeforeEach
    void signIn() {
        sessions = Map.of(DEVELOPER, session(DEVELOPER), DEPUTY, session(DEPUTY));
    }

    @AfterEach
    void everybodyIsBack() {
        back(DEVELOPER);
        back(DEPUTY);
    }

    private static String session(String name) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", name + "-pass")
                .post("/sign-in")
                .cookie("hikeshi-session");
    }

    private Response post(String who, String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .cookie("hikeshi-session", sessions.get(who))
                .header("Accept-Language", "en")
                .formParams(form)
                .post(path);
    }

    private Response announce(String who, LocalDate from, LocalDate until, String deputy) {
        return post(
                who,
                "/desk/profile",
                Map.of("from", from.toString(), "until", until.toString(), "deputy", deputy));
    }

    private void back(String who) {
        post(who, "/desk/profile/return", Map.of()).then().statusCode(303);
    }

    @Test
    void whoIsAwayThenIsNoDeputyAndItIsSaidWhen() {
        announce(DEPUTY, today.plusDays(2), today.plusDays(3), "").then().statusCode(303);

        announce(DEVELOPER, today, today.plusDays(2), DEPUTY)
                .then()
                .statusCode(422)
                .body(
                        containsString("id=\"deputy-error\""),
                        containsString(
                                "developer-2 is away from %s to %s"
                                        .formatted(today.plusDays(2), today.plusDays(3))));
        assertThat(of(DEVELOPER)).isEmpty();
        announce(DEVELOPER, today, today.plusDays(1), DEPUTY).then().statusCode(303);
    }

    @Test
    void whoStandsInIsToldWhoMustNameSomebodyElseFirst() {
        announce(DEVELOPER, today.plusDays(1), today.plusDays(4), DEPUTY).then().statusCode(303);

        announce(DEPUTY, today.plusDays(4), today.plusDays(6), "")
                .then()
                .statusCode(422)
                .body(
                        containsString("id=\"from-error\""),
                        containsString(
                                "From %s to %s you stand in for developer. developer must name"
                                        .formatted(today.plusDays(1), today.plusDays(4))),
                        not(containsString("You are away from")));
        assertThat(of(DEPUTY)).isEmpty();

        announce(DEVELOPER, today.plusDays(1), today.plusDays(4), "").then().statusCode(303);
        announce(DEPUTY, today.plusDays(4), today.plusDays(6), "").then().statusCode(303);
    }

    /** The other's word is written and not committed yet: it is waited for, not overlooked. */
    @Test
    void whatSomebodyElseIsJustSayingIsWaitedFor() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<Response> answer =
                    transactions.inTransaction(
                            connection -> {
                                absences.hold(List.of(new StaffId(DEPUTY)));
                                absences.keep(
                                        new Absence(
                                                new StaffId(DEPUTY),
                                                null,
                                                today.atStartOfDay(TOKYO).toInstant(),
                                                today.plusDays(1).atStartOfDay(TOKYO).toInstant()));
                                Future<Response> asked =
                                        other.submit(
                                                () -> announce(DEVELOPER, today, today, DEPUTY));
                                assertThat(comesWithin(asked, 1)).isFalse();
                                return asked;
                            });
            answer.get(20, TimeUnit.SECONDS)
                    .then()
                    .statusCode(422)
                    .body(containsString("developer-2 is away from"));
        }
    }

    private static boolean comesWithin(Future<?> answer, int seconds) {
        try {
            answer.get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (java.util.concurrent.TimeoutException waiting) {
            return false;
        } catch (Exception wrong) {
            throw new AssertionError(wrong);
        }
    }

    @Test
    void ofTwoAtOnceOneIsRefused() throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Future<Response>> answers =
                        both.invokeAll(
                                List.of(
                                        at(start, () -> announce(DEVELOPER, today, today, DEPUTY)),
                                        at(
                                                start,
                                                () -> announce(DEPUTY, today, today, DEVELOPER))));
                assertThat(answers)
                        .extracting(answer -> answer.get().statusCode())
                        .containsExactlyInAnyOrder(303, 422);
                everybodyIsBack();
            }
        }
    }

    private static Callable<Response> at(CyclicBarrier start, Callable<Response> act) {
        return () -> {
            start.await(20, TimeUnit.SECONDS);
            return act.call();
        };
    }

    private List<Absence> of(String who) {
        return transactions.inTransaction(
                connection -> absences.of(List.of(new StaffId(who)), java.time.Instant.now()));
    }
}
