package org.hikeshi.release.ota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.release.ota.DdiClient.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.campaign.CampaignAct;
import org.hikeshi.release.campaign.CampaignState;
import org.junit.jupiter.api.Test;

/**
 * Every act in every state of a campaign by every person at the door: whatever the table of {@link
 * CampaignState} does not allow is refused with its reason, and nothing has changed.
 */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class CampaignActsIT {
    private static final String FIRST = "security-office";
    private static final List<String> PEOPLE =
            List.of(
                    FIRST,
                    "security-office-2",
                    "ciso",
                    "developer",
                    "qa",
                    "it-operations",
                    "communications",
                    "legal",
                    "supply-chain",
                    "auditor");

    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;

    @Test
    void whatIsNotAllowedIsRefusedAndChangesNothing() throws Exception {
        ReleasedWorld world = ReleasedWorld.make(database, store);
        for (String person : PEOPLE) {
            String role = person.replace("-2", "").replace('-', '_').toUpperCase(Locale.ROOT);
            world.run(
                    "INSERT INTO case_member (case_id, staff, role) VALUES (?, ?, ?)",
                    world.caseId(),
                    person,
                    role);
        }
        DdiClient.register(world.model(), "acts-" + world.model(), null);
        String campaign = draft(world);
        int refused = 0;
        for (CampaignState state : CampaignState.values()) {
            // By hand, since no path of acts leads through all states.
            world.run(
                    "UPDATE campaign SET state = ?, asked_by = NULLIF(?, '')"
                            + " WHERE campaign_id = CAST(? AS uuid)",
                    state.name(),
                    waits(state) ? FIRST : "",
                    campaign);
            String before = shown(campaign);
            for (CampaignAct act : CampaignAct.values()) {
                refused += refused(state, act, campaign);
            }
            assertThat(shown(campaign)).isEqualTo(before);
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static boolean waits(CampaignState state) {
        return state == CampaignState.START_ASKED || state == CampaignState.RESUME_ASKED;
    }

    private static int refused(CampaignState state, CampaignAct act, String campaign) {
        int refused = 0;
        for (String person : PEOPLE) {
            boolean may = act.roles().contains(person.replace("-2", ""));
            boolean own = person.equals(FIRST);
            String expected = "404";
            if (may) {
                if (!(state.on(act, own) instanceof CampaignState.Step.Refused(String reason))) {
                    continue;
                }
                expected = "409 " + reason;
            }
            Response answer = tries(act, person, campaign);
            String told =
                    answer.statusCode() == 409
                            ? "409 " + answer.path("code")
                            : String.valueOf(answer.statusCode());
            assertThat(told).as(act + " in " + state + " by " + person).isEqualTo(expected);
            refused++;
        }
        return refused;
    }

    private static Response tries(CampaignAct act, String person, String campaign) {
        return staff(person)
                .contentType(ContentType.JSON)
                .body("{\"reason\":\"because\"}")
                .post("/api/v1/campaigns/" + campaign + "/" + act.word());
    }

    private static String draft(ReleasedWorld world) {
        return staff(FIRST)
                .contentType(ContentType.JSON)
                .body("{\"channel\":\"manual\"}")
                .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String shown(String campaign) {
        return staff("auditor").get("/api/v1/campaigns/" + campaign).asString();
    }
}
