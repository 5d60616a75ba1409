package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.access.CaseState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every act in every state by every role at the door: whatever the table of {@link CaseAct} does
 * not allow is refused with its reason, and nothing has changed. Everybody is on the case here, so
 * that only the role decides.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class WhoMayWhatIT {
    private static final String TEXT = "{\"ja\": \"ご説明します。\", \"en\": \"This is why.\"}";
    private static final List<String> ROLES = CaseAct.Roles.ALL.stream().sorted().toList();

    private final ProductId product = ProductId.random();

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whatIsNotAllowedIsRefusedAndChangesNothing(CaseState state) throws Exception {
        CaseId other = Cases.received();
        CaseId caseId = in(state, other);
        String before = standing(caseId);
        int refused = 0;
        for (CaseAct act : CaseAct.values()) {
            for (String role : ROLES) {
                Optional<String> reason = act.refusedIn(state);
                boolean may = act.mayBeDoneBy(Set.of(role));
                if (may && reason.isEmpty()) {
                    continue;
                }
                Response answer = tries(act, role, caseId, other);
                String tried = act + " in " + state + " by " + role;
                assertThat(answer.statusCode()).as(tried).isEqualTo(may ? 409 : 404);
                if (may) {
                    assertThat(answer.<String>path("code")).as(tried).isEqualTo(reason.get());
                }
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(90);
        assertThat(standing(caseId)).isEqualTo(before);
    }

    private static String standing(CaseId caseId) {
        String shown =
                Cases.as("security-office")
                        .get("/api/v1/cases/" + caseId)
                        .jsonPath()
                        .getList("timeline.code")
                        .toString();
        return shown + Said.all(SaidEvent.class, caseId).size();
    }

    private CaseId in(CaseState state, CaseId other) throws Exception {
        CaseId caseId = Cases.received();
        team(caseId, 0);
        if (state != CaseState.RECEIVED) {
            done(Cases.post("security-office", caseId, "confirmation", ""));
        }
        switch (state) {
            case RECEIVED, CONFIRMED -> {}
            case SCORED -> {
                String assessment = Cases.assessment(Cases.MEDIUM, product);
                done(Cases.put("security-office", caseId, "assessment", 0, assessment));
                done(Cases.post("security-office", caseId, "scoring", "{}"));
            }
            case CLOSED -> done(tries(CaseAct.CLOSE, "security-office", caseId, other));
            case MERGED -> done(tries(CaseAct.MERGE, "security-office", caseId, other));
        }
        return caseId;
    }

    private static void done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private static void team(CaseId caseId, int revision) {
        done(Cases.put("security-office", caseId, "team", revision, everybody()));
    }

    private static String everybody() {
        return ROLES.stream()
                .map(role -> "{\"staff\": \"%s\", \"role\": \"%s\"}".formatted(role, role))
                .collect(Collectors.joining(", ", "{\"members\": [", "]}"));
    }

    private Response tries(CaseAct act, String role, CaseId caseId, CaseId other) {
        return switch (act) {
            case READ -> Cases.as(role).get("/api/v1/cases/" + caseId);
            case CONFIRM -> Cases.post(role, caseId, "confirmation", "");
            case SET_TEAM -> Cases.put(role, caseId, "team", 1, everybody());
            case ASSESS ->
                    Cases.put(
                            role, caseId, "assessment", 0, Cases.assessment(Cases.MEDIUM, product));
            case SCORE -> Cases.post(role, caseId, "scoring", "{\"reason\": \"So it is.\"}");
            case PLAN -> Cases.put(role, caseId, "plan", 0, "{\"deliverable\": \"2.4.1\"}");
            case SET_DEADLINE -> Cases.post(role, caseId, "clocks/fix/deadline", deadline());
            case MARK -> said(role, caseId, "marks", "mark", "exploited", "evidence");
            case MERGE -> Cases.post(role, caseId, "merge", "{\"into\": \"" + other + "\"}");
            case CLOSE -> ended(role, caseId, "closure", "reason", "not-reproducible");
            case ACCEPT_RISK -> ended(role, caseId, "closure", "reason", "risk-accepted");
            case WAIVE ->
                    Cases.post(
                            role,
                            caseId,
                            "milestones/mitigated/waiver",
                            "{\"reason\": \"It is not needed.\"}");
            case REOPEN -> ended(role, caseId, "reopening", "reason", "our-error");
            case DECIDE_OBJECTION -> ended(role, caseId, "objection-decision", "outcome", "upheld");
            case ESCALATE -> said(role, caseId, "escalation", "reason", "person", "question");
            case DECIDE_ESCALATION ->
                    said(role, caseId, "escalation-decision", "decision", "go-on", "reason");
            case BREAK_GLASS ->
                    Cases.post(role, caseId, "emergency-access", "{\"reason\": \"It burns.\"}");
        };
    }

    private static String deadline() {
        Instant due = Instant.now().plus(9, ChronoUnit.DAYS);
        return "{\"dueAt\": \"%s\", \"reason\": %s}".formatted(due, TEXT);
    }

    private static Response said(
            String role, CaseId caseId, String act, String field, String word, String prose) {
        String body = "{\"%s\": \"%s\", \"%s\": \"I saw it.\"}".formatted(field, word, prose);
        return Cases.post(role, caseId, act, body);
    }

    private static Response ended(
            String role, CaseId caseId, String act, String field, String word) {
        String body = "{\"%s\": \"%s\", \"explanation\": %s}".formatted(field, word, TEXT);
        return Cases.post(role, caseId, act, body);
    }

    /** A3.2: who closed the case does not answer the objection to it, by no way. */
    @Test
    void anObjectionGoesToAnotherPerson() throws Exception {
        CaseId caseId = in(CaseState.CLOSED, CaseId.random());
        org.hikeshi.casefile.Neighbour.named("intake")
                .says(new ClosureObjected(caseId, ReportId.random(), Instant.now()));
        Said.await(
                "the objection",
                () ->
                        Cases.as("security-office")
                                .get("/api/v1/cases/" + caseId)
                                .<String>path("nextAction.code")
                                .equals("objection"));
        for (Response own :
                List.of(
                        ended("security-office", caseId, "objection-decision", "outcome", "upheld"),
                        ended("security-office", caseId, "reopening", "reason", "objection"))) {
            assertThat(own.statusCode()).isEqualTo(409);
            assertThat(own.<String>path("code")).isEqualTo("own-work");
        }
        Response another =
                ended("security-office-2", caseId, "objection-decision", "outcome", "upheld");
        done(another);
        assertThat(another.<String>path("state")).isEqualTo("closed");
        assertThat(another.<String>path("nextAction.code")).isNotEqualTo("objection");
    }
}
