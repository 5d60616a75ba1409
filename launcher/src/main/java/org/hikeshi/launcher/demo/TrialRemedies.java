package org.hikeshi.launcher.demo;

import static org.hikeshi.launcher.demo.TrialDesk.OFFICE;
import static org.hikeshi.launcher.demo.TrialDesk.words;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cases of the trial data whose remedy is out, and what the public was told. */
final class TrialRemedies {
    private final Door door;
    private final TrialDesk desk;
    private final TrialFleet fleet;

    TrialRemedies(TrialDesk desk) {
        this.door = desk.door();
        this.desk = desk;
        this.fleet = desk.fleet();
    }

    /** Nothing is repaired any more, but users can help themselves. */
    void mitigated() {
        Office office =
                desk.confirmed(
                        desk.report("Picture can be seen by guests", TrialFleet.CAMERA, "en"));
        desk.score(office, TrialFleet.CAMERA, TrialDesk.MEDIUM);
        desk.workaround(
                office,
                TrialFleet.CAMERA,
                words("設定で「ゲスト閲覧」を切ってください。", "Switch \"Guest view\" off in the settings."));
    }

    /** Its fix is out; the advisory is on its way through the reviews. */
    void fixed() throws InterruptedException {
        Finder finder = desk.report("Readings can be changed on the way", TrialFleet.METER, "ja");
        Office office = desk.confirmed(finder);
        desk.score(office, TrialFleet.METER, TrialDesk.HIGH);
        desk.fix(office, TrialFleet.METER, Samples.FIXED);
        Press press =
                Press.drafts(
                        door,
                        OFFICE,
                        high(
                                Samples.advisory(
                                        office.caseId(),
                                        fleet.product(TrialFleet.METER),
                                        "EM-20",
                                        Samples.FIXED)));
        press.reviewed("technical", "developer");
        press.reviewed("qa", "qa");
        Instant date = Instant.now().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.HOURS);
        press.date(OFFICE, date, date.minus(Duration.ofDays(7)), false);
        if (finder.isAskedForDate()) {
            finder.wishesDate(date.plus(Duration.ofDays(10)), "A talk is planned for that day");
        }
    }

    private static JsonObject high(JsonObject advisory) {
        advisory.getJsonArray("vulnerabilities")
                .getJsonObject(0)
                .put("cvss31", TrialDesk.HIGH)
                .put("severity", "high");
        return advisory;
    }

    /** A tenth of the devices is asked first; one of them gets other bytes than were signed. */
    void stopped() throws InterruptedException, GeneralSecurityException {
        Office office =
                desk.confirmed(desk.report("Gateway stops under load", TrialFleet.GATEWAY, "en"));
        desk.score(office, TrialFleet.GATEWAY, TrialDesk.HIGH);
        Workshop workshop = desk.fix(office, TrialFleet.GATEWAY, Samples.FIXED);
        PublicKey vendor = SimulatedDevice.vendorKey(door);
        List<SimulatedDevice> devices = new ArrayList<>();
        for (Map.Entry<String, String> device : fleet.register("EG-200")) {
            String id = device.getKey();
            devices.add(new SimulatedDevice(door, vendor, "DEFAULT", id, device.getValue()));
        }
        String campaign = begins(workshop);
        boolean tampered = Workshop.isIn("halted", door, campaign);
        for (SimulatedDevice device : devices) {
            tampered |= device.poll(!tampered) == SimulatedDevice.Outcome.REFUSED;
        }
        Awaiting.until(
                "the rollout to stop by itself", () -> Workshop.isIn("halted", door, campaign));
    }

    private String begins(Workshop workshop) {
        JsonObject pilot = new JsonObject().put("name", "pilot").put("percent", 10);
        JsonObject all = new JsonObject().put("name", "all").put("percent", 100);
        JsonArray stages = new JsonArray().add(pilot).add(all);
        return begins(workshop, new JsonObject().put("channel", "ota").put("stages", stages));
    }

    private String begins(Workshop workshop, JsonObject wanted) {
        String campaign = workshop.campaign(OFFICE, wanted);
        Workshop.steers(door, "security-office-2", campaign, "start", new JsonObject());
        return campaign;
    }

    /** Downloaded by the owners, who said so. */
    void distributed() {
        Office office =
                desk.confirmed(desk.report("Meter forgets its own time", TrialFleet.METER, "ja"));
        desk.score(office, TrialFleet.METER, TrialDesk.HIGH, "2.4.2");
        everywhere(desk.fix(office, TrialFleet.METER, "2.4.2"), "download");
    }

    private void everywhere(Workshop workshop, String channel) {
        String campaign = begins(workshop, new JsonObject().put("channel", channel));
        JsonArray units = fleet.units(TrialFleet.METER);
        Workshop.declares(door, OFFICE, campaign, units, "Owners wrote that they installed it");
        Workshop.steers(
                door,
                "security-office-2",
                campaign,
                "complete",
                new JsonObject().put("reason", "All owners have it").put("permille", 1000));
    }

    /** The public knows; whether the reporter is content is still open. */
    void disclosed() throws InterruptedException {
        Office office =
                desk.confirmed(desk.report("Old sessions stay valid", TrialFleet.METER, "en"));
        desk.score(office, TrialFleet.METER, TrialDesk.HIGH, "2.4.3");
        everywhere(desk.fix(office, TrialFleet.METER, "2.4.3"), "manual");
        JsonObject advisory =
                high(
                        Samples.advisory(
                                office.caseId(),
                                fleet.product(TrialFleet.METER),
                                "EM-21",
                                "2.4.3"));
        advisory.getJsonArray("affected")
                .add(
                        new JsonObject()
                                .put("productId", fleet.product(TrialFleet.GATEWAY))
                                .put("model", "EG-100")
                                .put("versions", "*")
                                .put("standing", "not-affected"));
        advisory.put("credits", new JsonArray());
        publish(Press.drafts(door, OFFICE, advisory), "the second advisory");
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
        JsonObject notice = new JsonObject().put("kind", "SN").put("texts", texts);
        publish(Press.drafts(door, OFFICE, notice), "the notice");
    }

    private static void publish(Press press, String what) throws InterruptedException {
        press.reviewed("technical", "developer");
        press.reviewed("qa", "qa");
        press.reviewed("legal", "legal");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        press.date(OFFICE, now, now, true);
        press.approved("ciso");
        Awaiting.until(what, () -> "published".equals(press.read(OFFICE).getString("state")));
    }
}
