package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.RemedyVerified;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.junit.jupiter.api.Test;

/** From registration to release, by the public API on real parts. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class ReleasingFixIT {

    @Test
    void aFixGoesThroughFourGatesAndTwoSignersAndLeaves() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.fix("2.4.1");
        assertThat(Desk.state(id)).isEqualTo("open");
        desk.upload("developer", id, "2.4.1", Desk.firmware(300_000)).then().statusCode(200);

        Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        Desk.gate("qa", id, "qa-regression", "passed").then().statusCode(200);
        assertThat(Desk.state(id)).isEqualTo("reviewed");
        Desk.post("it-operations", id, "signing").then().statusCode(200);
        assertThat(Desk.state(id)).isEqualTo("signed");
        Desk.gate("qa", id, "signature", "passed").then().statusCode(200);
        assertThat(Desk.state(id)).isEqualTo("checked");
        assertThat(Said.all(RemedyVerified.class, desk.caseId())).isEmpty();
        Desk.gate("it-operations", id, "channel", "passed").then().statusCode(200);
        assertThat(Desk.state(id)).isEqualTo("verified");
        assertThat(Said.all(RemedyVerified.class, desk.caseId())).hasSize(1);

        Desk.post("security-office", id, "release")
                .then()
                .statusCode(409)
                .body("code", equalTo("text-not-approved"));
        Desk.text(id);
        Desk.post("security-office", id, "release").then().statusCode(200);

        PatchReady said = Said.all(PatchReady.class, desk.caseId()).getFirst();
        assertThat(said.versions().getFirst().version().value()).isEqualTo("2.4.1");
        assertThat(said.preDisclosure()).isNotNull();
        assertThat(Said.all(ProductChanged.class, desk.product()).getLast().versions())
                .extracting(Object::toString)
                .containsExactly("2.3.0", "2.4.0", "2.4.1");
        Desk.as("auditor")
                .get("/api/v1/products/" + desk.product())
                .then()
                .body("versions", hasItem("2.4.1"));
        everyTaskOfTheFixIsDone(desk, id);
        Desk.post("security-office", id, "release")
                .then()
                .statusCode(409)
                .body("code", equalTo("released"));
    }

    private static void everyTaskOfTheFixIsDone(Desk desk, String id) {
        List<TaskOpened> opened =
                Said.all(TaskOpened.class, desk.caseId()).stream()
                        .filter(task -> task.subjectId().toString().equals(id))
                        .toList();
        assertThat(opened)
                .extracting(TaskOpened::kind)
                .containsExactlyInAnyOrder(
                        TaskKind.REVIEW_SECURITY,
                        TaskKind.REVIEW_QA,
                        TaskKind.SIGN_FIRMWARE,
                        TaskKind.GATE_SIGNATURE,
                        TaskKind.GATE_CHANNEL,
                        TaskKind.APPROVE_TEXT,
                        TaskKind.RELEASE_REMEDY);
        JsonPath now = Desk.as("auditor").get("/api/v1/remediations/" + id).jsonPath();
        for (TaskOpened task : opened) {
            String about =
                    task.kind() == TaskKind.APPROVE_TEXT ? "preDisclosure.hash" : "contentHash";
            assertThat(task.hash())
                    .as("what is asked by %s is about exactly this", task.kind())
                    .isEqualTo(new ContentHash(now.getString(about)));
        }
        List<TaskClosed> closed = Said.all(TaskClosed.class, desk.caseId());
        for (TaskOpened task : opened) {
            assertThat(closed)
                    .as(task.kind().name())
                    .anyMatch(c -> c.task().equals(task.task()) && c.how() == TaskEnd.DONE);
        }
    }

    @Test
    void anUploadVoidsWhatWasApproved() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.verified("2.5.0", Desk.firmware(1000));
        desk.upload("developer", id, "2.5.0", Desk.firmware(2000)).then().statusCode(200);
        assertThat(Desk.state(id)).isEqualTo("open");
        Desk.text(id);
        Desk.post("security-office", id, "release")
                .then()
                .statusCode(409)
                .body("code", equalTo("gates-open"));
        assertThat(Said.all(PatchReady.class, desk.caseId())).isEmpty();
    }

    /** Whoever was asked to approve a text is asked again when it has become another one. */
    @Test
    void anotherTextIsAskedAboutAnew() throws InterruptedException {
        Desk desk = Desk.open();
        String id = desk.fix("2.6.0");
        String first = Desk.drafted(id, "Update on the admin page.");
        assertThat(Desk.drafted(id, "Update on the admin page.")).isEqualTo(first);
        String second = Desk.drafted(id, "Update by the app.");
        List<TaskOpened> asked =
                Said.all(TaskOpened.class, desk.caseId()).stream()
                        .filter(task -> task.kind() == TaskKind.APPROVE_TEXT)
                        .toList();
        assertThat(asked)
                .extracting(TaskOpened::hash)
                .containsExactly(new ContentHash(first), new ContentHash(second));
        assertThat(Said.all(TaskClosed.class, desk.caseId()))
                .extracting(TaskClosed::task, TaskClosed::how)
                .contains(tuple(asked.getFirst().task(), TaskEnd.VOID))
                .doesNotContain(tuple(asked.getLast().task(), TaskEnd.VOID));
    }
}
