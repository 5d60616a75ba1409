package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done in the steps of the {@link Story}, and what it made so far. */
public final class Deeds {
    private static final int DEVICES = 4;

    private final Door door;
    private final InstantSource clock;
    private final String model;
    private final Duration untilPublication;
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private String product = "";
    private String campaign = "";
    private @Nullable Finder finder;
    private @Nullable Office office;
    private @Nullable Workshop workshop;
    private @Nullable Press press;

    Deeds(Door door, InstantSource clock, String model, Duration untilPublication) {
        this.door = door;
        this.clock = clock;
        this.model = model;
        this.untilPublication = untilPublication;
    }

    public String model() {
        return model;
    }

    public String product() {
        return product;
    }

    public String campaign() {
        return campaign;
    }

    void report() {
        finder = Finder.reports(door, Samples.report(model));
    }

    /** A text is complete when intake has said how the reporter wants to be named. */
    void draft() throws InterruptedException {
        press =
                Press.drafts(
                        door,
                        "security-office",
                        Samples.advisory(office().caseId(), product, model));
        Awaiting.until(
                "nothing is missing in the text", () -> isWhole(press().read("security-office")));
    }

    /** A published text lacks what a revision of it would need. */
    private static boolean isWhole(JsonObject text) {
        return text.getString("state").equals("published")
                || text.getJsonArray("missing").isEmpty();
    }

    void catalogue() {
        product = Workshop.product(door, "security-office", Samples.product(model));
        JsonArray units = new JsonArray();
        for (int i = 1; i <= DEVICES; i++) {
            String serial = model + "-" + i;
            units.add(Samples.unit(serial, model, "CUST-" + (i % 2 + 1)));
        }
        Workshop.units(door, "security-office", product, units);
        for (int i = 1; i <= DEVICES; i++) {
            String serial = model + "-" + i;
            JsonObject device =
                    new JsonObject()
                            .put("controllerId", serial)
                            .put("model", model)
                            .put("targetToken", UUID.randomUUID().toString());
            tokens.put(serial, Workshop.device(door, "it-operations", device));
        }
        door.post("communications", "/api/v1/customers", Samples.customers());
    }

    void confirm() {
        office = Office.caseOf(door, finder().trackingCode());
        office().confirms("security-office");
        office().team("security-office", Samples.TEAM);
    }

    void score() {
        office().assesses("security-office", Samples.assessment(product));
        office().scores("security-office");
    }

    void fix() {
        workshop = Workshop.begins(door, "developer", Samples.fix(office().caseId(), product));
        workshop().uploads("developer", model, Samples.FIXED, Samples.firmware(model));
        workshop()
                .neutralText(
                        "security-office",
                        "ciso",
                        "管理画面の「更新」から適用してください。",
                        "Use \"Update\" on the administration page.");
    }

    void rollOut() throws GeneralSecurityException {
        campaign = workshop().campaign("security-office", Samples.campaign());
        Workshop.steers(door, "security-office-2", campaign, "start", new JsonObject());
        PublicKey vendor = SimulatedDevice.vendorKey(door);
        tokens.forEach(
                (id, token) ->
                        devices.add(new SimulatedDevice(door, vendor, "DEFAULT", id, token)));
    }

    /**
     * Polls until every device is done, as devices do in their own time; who is done stays away.
     */
    void install() throws GeneralSecurityException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        List<SimulatedDevice> waiting = new ArrayList<>(devices);
        while (!waiting.isEmpty() && !Workshop.isIn("completed", door, campaign)) {
            List<SimulatedDevice> round = List.copyOf(waiting);
            for (SimulatedDevice device : round) {
                if (device.poll() == SimulatedDevice.Outcome.INSTALLED) {
                    waiting.remove(device);
                }
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(waiting.size() + " devices were offered nothing");
            }
            Door.pause();
        }
    }

    void agreeOnDate() throws InterruptedException {
        var date = clock.instant().plus(untilPublication).truncatedTo(ChronoUnit.SECONDS);
        press().date("security-office", date, date, false);
        // Not so when this was broken off and is gone on with after that date.
        if (finder().isAskedForDate()) {
            finder().agreesToDate();
        }
        if (press().read("security-office").getString("date") == null) {
            press().date("security-office", date, date, true);
        }
    }

    void awaitPublication() throws InterruptedException {
        Awaiting.until(
                "publication",
                () -> "published".equals(press().read("security-office").getString("state")));
    }

    void close() throws InterruptedException {
        finder().checkedFix("fixed");
        Awaiting.until(
                "nothing is missing",
                () -> office().seenBy("security-office").getJsonArray("missing").isEmpty());
        office().closes(
                        "security-office",
                        "resolved",
                        "修正版の配布と公表が終わりました。ご協力ありがとうございました。",
                        "The fix is distributed and published. Thank you for working with us.");
    }

    public Finder finder() {
        return made(finder);
    }

    public Office office() {
        return made(office);
    }

    public Workshop workshop() {
        return made(workshop);
    }

    public Press press() {
        return made(press);
    }

    private static <T> T made(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("the steps are made in order");
        }
        return thing;
    }
}
