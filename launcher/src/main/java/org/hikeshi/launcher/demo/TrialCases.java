package org.hikeshi.launcher.demo;

import static org.hikeshi.launcher.demo.TrialDesk.OFFICE;
import static org.hikeshi.launcher.demo.TrialDesk.words;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Cases of the trial data that are with the desk, each at another point of its way. */
final class TrialCases {
    private static final String HARMLESS = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N";

    private final Door door;
    private final TrialDesk desk;

    TrialCases(TrialDesk desk) {
        this.door = desk.door();
        this.desk = desk;
    }

    void begun() {
        desk.report("Camera answers to a default name", TrialFleet.CAMERA, "ja");
        desk.confirmed(
                desk.report("Meter shows the readings of a neighbour", TrialFleet.METER, "en"));
        Office office =
                desk.confirmed(
                        desk.report("Form accepts a very long name", TrialFleet.METER, "ja"));
        desk.score(office, TrialFleet.METER, TrialDesk.MEDIUM);
    }

    /** Handed in by staff: the answer names the report, and its own time makes it late. */
    void waiting() {
        JsonObject entered =
                enter("Gateway restarts by itself", Instant.now().minus(Duration.ofHours(2)));
        Office office = Office.caseOf(door, entered.getString("trackingCode"));
        office.confirms(OFFICE);
        JsonObject question =
                new JsonObject()
                        .put("text", "Which firmware version does the device show?")
                        .put("answerBy", Instant.now().plus(Duration.ofDays(10)).toString());
        once(
                OFFICE,
                "/api/v1/conversations/" + entered.getString("reportId") + "/messages",
                question);
        enter("Caller told of an open port", Instant.now().minus(Duration.ofDays(20)));
    }

    private JsonObject enter(String title, Instant receivedAt) {
        JsonObject report = TrialDesk.body(title, TrialFleet.GATEWAY, "en");
        return once(
                "communications",
                "/api/v1/reports/entered",
                new JsonObject()
                        .put("source", "coordinator")
                        .put("receivedAt", receivedAt.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("report", report));
    }

    private JsonObject once(String person, String path, JsonObject body) {
        Door.Call call =
                Door.Call.of(person, "POST", path, body)
                        .with("Idempotency-Key", UUID.randomUUID().toString());
        return door.expect(call).json();
    }

    void critical() {
        Office office =
                desk.confirmed(desk.report("Empty password is accepted", TrialFleet.CAMERA, "ja"));
        desk.score(office, TrialFleet.CAMERA, Samples.VECTOR);
    }

    void ended() {
        Office first =
                desk.confirmed(desk.report("Log shows a password", TrialFleet.GATEWAY, "en"));
        Office second =
                desk.confirmed(
                        desk.report("Password readable in the log", TrialFleet.GATEWAY, "ja"));
        door.post(
                OFFICE,
                "/api/v1/cases/" + second.caseId() + "/merge",
                new JsonObject()
                        .put("into", first.caseId())
                        .put(
                                "explanation",
                                words("同じ原因の報告を先に受けていました。", "We had a report of the same cause.")));
        desk.confirmed(desk.report("The shop page is slow", TrialFleet.CAMERA, "en"))
                .closes(OFFICE, "out-of-scope", "製品の範囲外です。", "This is no part of our products.");
    }

    /** The part is inside, but what is wrong with it is never reached. */
    void notAffected() {
        Office office =
                desk.confirmed(
                        desk.report(
                                "Meter contains a library of a public warning",
                                TrialFleet.METER,
                                "en"));
        JsonObject vulnerability =
                new JsonObject()
                        .put("title", "Library of a public warning, used without the function")
                        .put("cvss31", HARMLESS)
                        .put("affected", new JsonArray());
        office.assesses(
                OFFICE,
                new JsonObject()
                        .put("reproducible", false)
                        .put("exploitation", "none")
                        .put(
                                "findings",
                                words(
                                        "部品は含まれていますが、問題の機能を呼び出す経路がないため、影響を受けません。",
                                        "The library is inside, but nothing calls the function"
                                                + " concerned: the meter is not affected."))
                        .put("vulnerabilities", new JsonArray().add(vulnerability)));
        office.scores(OFFICE);
    }
}
