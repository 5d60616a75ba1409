package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.triage.AbsenceIT.announce;
import static org.hikeshi.triage.AbsenceIT.onTheTeam;
import static org.hikeshi.triage.AbsenceIT.signedIn;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.SubjectId;
import org.hikeshi.events.TaskId;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.task.TaskList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waits for whom while somebody stands in. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class DeputyTasksIT {
    @Inject TaskList tasks;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @AfterEach
    void everybodyIsBack() {
        signedIn("developer").post("/desk/profile/return").then().statusCode(303);
    }

    @Test
    void whatWaitsForARoleThatTheAbsentOneHasNotDoesNotWaitForTheDeputy() throws Exception {
        CaseId caseId = onTheTeam();
        announce("developer", today, today, "developer-2");
        ask(caseId, TaskKind.REVIEW_QA, StaffRole.QA);
        ask(caseId, TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER);
        Person deputy = new Person(new StaffId("developer-2"), Set.of("developer", "qa"));

        Said.await("both are known", () -> waits(caseId, deputy, false).size() == 2);
        assertThat(waits(caseId, deputy, true)).containsExactly("review-security");
        assertThat(waits(caseId, new Person(new StaffId("developer"), deputy.roles()), true))
                .as("who is on the team acts in all their roles")
                .containsExactlyInAnyOrder("review-security", "review-qa");
    }

    private static void ask(CaseId caseId, TaskKind kind, StaffRole role) {
        Neighbour.named("release")
                .says(
                        new TaskOpened(
                                caseId,
                                TaskId.random(),
                                kind,
                                role,
                                null,
                                SubjectId.random(),
                                Instant.now().plusSeconds(3600),
                                Instant.now(),
                                new StaffId("security-office")));
    }

    private List<String> waits(CaseId caseId, Person person, boolean mine) {
        return tasks.open(person, mine, null, 200, 0).stream()
                .filter(task -> task.caseId().equals(caseId.toString()))
                .filter(task -> task.kind().startsWith("review"))
                .map(TaskList.Task::kind)
                .toList();
    }
}
