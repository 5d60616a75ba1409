package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.junit.jupiter.api.Test;

/** The latest remediations are those of cases that are seen; those of others push nothing out. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class LatestSeenIT {

    @Test
    void theLimitCountsWhatIsSeenAlone() throws Exception {
        String own = Desk.open().fix("1.0.0");
        Desk foreign = Desk.open();
        String first = foreign.fix("1.0.1");
        Neighbour.named("triage")
                .says(
                        new TeamChanged(
                                foreign.caseId(),
                                2,
                                List.of(
                                        new TeamMember(
                                                StaffId.parse("developer"), StaffRole.DEVELOPER)),
                                Instant.now()));
        Said.await(
                "qa is off the foreign case",
                () -> Desk.as("qa").get(Desk.API + "/" + first).statusCode() == 404);
        for (int n = 0; n < 200; n++) {
            foreign.fix("2.0." + n);
        }

        assertThat(latest("qa")).contains(own).doesNotContain(first);
        assertThat(latest("legal")).doesNotContain(own, first);
        assertThat(latest("security-office")).hasSize(200).doesNotContain(own);
    }

    private static List<String> latest(String person) {
        return Desk.as(person).get(Desk.API).then().statusCode(200).extract().path("items.id");
    }
}
