package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cases of the trial data at work, each at another point of its way. */
final class TrialCases {
    private static final String OFFICE = "security-office";
    private static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H";
    private static final String MEDIUM = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:L/I:L/A:N";

    private final Door door;
    private final TrialFleet fleet;

    TrialCases(Door door, TrialFleet fleet) {
        this.door = door;
        this.fleet = fleet;
    }

    void begun() {
        report("Camera answers to a default name", TrialFleet.CAMERA, "ja");
        confirmed(report("Meter shows the readings of a neighbour", TrialFleet.METER, "en"));
        Office office = confirmed(report("Form accepts a very long name", TrialFleet.METER, "ja"));
        score(office, TrialFleet.METER, MEDIUM);
    }

    /** Handed in by staff: the answer names the report, and its own time makes it late. */
    void waiting() {
        JsonObject entered =
                enter("Gateway restarts by itself", Instant.now().minus(Duration.ofHours(2)));
        Office office = Office.caseOf(door, entered.getString("trackingCode"));
        office.confirms(OFFICE);
        door.post(
                OFFICE,
                "/api/v1/conversations/" + entered.getString("reportId") + "/messages",
                new JsonObject()
                        .put("text", "Which firmware version does the device show?")
                        .put("answerBy", Instant.now().plus(Duration.ofDays(10)).toString()));
        enter("Caller told of an open port", Instant.now().minus(Duration.ofDays(20)));
    }

    private JsonObject enter(String title, Instant receivedAt) {
        JsonObject report = body(title, TrialFleet.GATEWAY, "en");
        return door.post(
                "communications",
                "/api/v1/reports/entered",
                new JsonObject()
                        .put("source", "coordinator")
                        .put("receivedAt", receivedAt.truncatedTo(ChronoUnit.SECONDS).toString())
                        .put("report", report));
    }

    void critical() {
        Office office = confirmed(report("Empty password is accepted", TrialFleet.CAMERA, "ja"));
        score(office, TrialFleet.CAMERA, Samples.VECTOR);
    }

    void ended() {
        Office first = confirmed(report("Log shows a password", TrialFleet.GATEWAY, "en"));
        Office second = confirmed(report("Password readable in the log", TrialFleet.GATEWAY, "ja"));
        door.post(
                OFFICE,
                "/api/v1/cases/" + second.caseId() + "/merge",
                new JsonObject()
                        .put("into", first.caseId())
                        .put(
                                "explanation",
                                words("同じ原因の報告を先に受けていました。", "We had a report of the same cause.")));
        confirmed(report("The shop page is slow", TrialFleet.CAMERA, "en"))
                .closes(OFFICE, "out-of-scope", "製品の範囲外です。", "This is no part of our products.");
    }

    /** Its fix is out; the advisory is on its way through the reviews. */
    void fixed() throws InterruptedException {
        Finder finder = report("Readings can be changed on the way", TrialFleet.METER, "ja");
        Office office = confirmed(finder);
        score(office, TrialFleet.METER, HIGH);
        String product = fleet.product(TrialFleet.METER);
        remedy(office, product, List.of("EM-20", "EM-21"));
        JsonObject advisory = Samples.advisory(office.caseId(), product, "EM-20");
        advisory.getJsonArray("vulnerabilities")
                .getJsonObject(0)
                .put("cvss31", HIGH)
                .put("severity", "high");
        Press press = Press.drafts(door, OFFICE, advisory);
        press.reviewed("technical", "developer");
        press.reviewed("qa", "qa");
        Instant date = Instant.now().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.HOURS);
        press.date(OFFICE, date, date.minus(Duration.ofDays(7)), false);
        Awaiting.until(
                "the proposal on the status page",
                () -> finder.status().encode().contains("roposal"));
        finder.wishesDate(date.plus(Duration.ofDays(10)), "A talk is planned for that day");
    }

    private Workshop remedy(Office office, String product, List<String> models) {
        Workshop workshop =
                Workshop.begins(door, "developer", Samples.fix(office.caseId(), product));
        models.forEach(
                model ->
                        workshop.uploads(
                                "developer", model, Samples.FIXED, Samples.firmware(model)));
        workshop.neutralText(
                OFFICE,
                "ciso",
                "管理画面の「更新」から適用してください。",
                "Use \"Update\" on the administration page.");
        workshop.passes("security-review", "developer-2", "Reviewed line by line");
        workshop.passes("qa-regression", "qa", "412 of 412 cases passed");
        workshop.signs("it-operations");
        workshop.passes("signature", "qa", "Verified with the public key");
        workshop.passes("channel", "it-operations", "Served over TLS only");
        workshop.releases("developer");
        return workshop;
    }

    /** A tenth of the devices is asked first; one of them gets other bytes than were signed. */
    void stopped() throws InterruptedException, GeneralSecurityException {
        Office office = confirmed(report("Gateway stops under load", TrialFleet.GATEWAY, "en"));
        score(office, TrialFleet.GATEWAY, HIGH);
        Workshop workshop =
                remedy(office, fleet.product(TrialFleet.GATEWAY), List.of("EG-100", "EG-200"));
        List<SimulatedDevice> devices = new ArrayList<>();
        for (Map.Entry<String, String> device : fleet.register("EG-200")) {
            devices.add(
                    new SimulatedDevice(
                            door,
                            SimulatedDevice.vendorKey(door),
                            "DEFAULT",
                            device.getKey(),
                            device.getValue()));
        }
        String campaign = begins(workshop);
        boolean tampered = false;
        for (SimulatedDevice device : devices) {
            tampered |= device.poll(!tampered) == SimulatedDevice.Outcome.REFUSED;
        }
        Awaiting.until(
                "the rollout to stop by itself",
                () ->
                        "halted"
                                .equals(
                                        door.get(OFFICE, "/api/v1/campaigns/" + campaign)
                                                .getString("state")));
    }

    private String begins(Workshop workshop) {
        JsonObject pilot = new JsonObject().put("name", "pilot").put("percent", 10);
        JsonObject all = new JsonObject().put("name", "all").put("percent", 100);
        JsonArray stages = new JsonArray().add(pilot).add(all);
        String campaign =
                workshop.campaign(
                        OFFICE, new JsonObject().put("channel", "ota").put("stages", stages));
        Workshop.steers(door, "security-office-2", campaign, "start", new JsonObject());
        return campaign;
    }

    void notice() throws InterruptedException {
        JsonObject texts =
                words(
                        new JsonObject()
                                .put("title", "当社をかたるメールにご注意ください")
                                .put("summary", "更新を装うメールが出回っています。当社はメールで更新を送りません。"),
                        new JsonObject()
                                .put("title", "Mails that pretend to come from us")
                                .put(
                                        "summary",
                                        "They offer an update. We never send updates by mail."));
        Press press =
                Press.drafts(door, OFFICE, new JsonObject().put("kind", "SN").put("texts", texts));
        press.reviewed("technical", "developer");
        press.reviewed("qa", "qa");
        press.reviewed("legal", "legal");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        press.date(OFFICE, now, now, true);
        press.approved("ciso");
        Awaiting.until(
                "the notice", () -> "published".equals(press.read(OFFICE).getString("state")));
    }

    private Finder report(String title, String product, String language) {
        return Finder.reports(door, body(title, product, language));
    }

    private static JsonObject body(String title, String product, String language) {
        return new JsonObject()
                .put("title", title)
                .put("description", title + ". Invented for the trial; steps on request.")
                .put("product", new JsonObject().put("name", product))
                .put(
                        "reporter",
                        new JsonObject()
                                .put("name", "Kit Finder")
                                .put("email", "finder@example.com")
                                .put("language", language));
    }

    private Office confirmed(Finder finder) {
        Office office = Office.caseOf(door, finder.trackingCode());
        office.confirms(OFFICE);
        office.team(OFFICE, Samples.TEAM);
        return office;
    }

    private void score(Office office, String product, String vector) {
        JsonObject assessment = Samples.assessment(fleet.product(product));
        assessment.getJsonArray("vulnerabilities").getJsonObject(0).put("cvss31", vector);
        office.assesses(OFFICE, assessment);
        office.scores(OFFICE);
    }

    private static JsonObject words(Object ja, Object en) {
        return new JsonObject().put("ja", ja).put("en", en);
    }
}
