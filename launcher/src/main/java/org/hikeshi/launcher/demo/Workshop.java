package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** A remedy from its registration to the devices. */
public final class Workshop {
    private final Door door;
    private final String id;

    private Workshop(Door door, String id) {
        this.door = door;
        this.id = id;
    }

    /** Adds a product line to the catalogue; its id. */
    public static String product(Door door, String person, JsonObject product) {
        Object model = product.getJsonArray("models").getValue(0);
        return door.make(
                        Door.Call.of(person, "POST", "/api/v1/products", product),
                        () ->
                                door.items(person, "/api/v1/products")
                                        .filter(one -> one.getJsonArray("models").contains(model))
                                        .findFirst())
                .getString("productId");
    }

    /** Writes down who has which unit. */
    public static void units(Door door, String person, String product, JsonArray units) {
        door.post(
                person,
                "/api/v1/products/" + product + "/units",
                new JsonObject().put("units", units));
    }

    /** Registers a device; its target token, the one it has or a new one. */
    public static String device(Door door, String person, JsonObject device) {
        String token = door.post(person, "/api/v1/devices", device).getString("targetToken");
        return token == null ? newToken(door, person, device) : token;
    }

    /** For a device that is registered, and nobody heard the answer. */
    private static String newToken(Door door, String person, JsonObject device) {
        String id = device.getString("controllerId");
        String all = "/api/v1/devices?limit=200&model=" + device.getString("model");
        JsonObject there =
                door.items(person, all)
                        .filter(one -> id.equals(one.getString("controllerId")))
                        .findFirst()
                        .orElseThrow();
        return door.post(person, "/api/v1/devices/" + there.getString("id") + "/token", null)
                .getString("targetToken");
    }

    /** A developer registers a mitigation or a fix. */
    public static Workshop begins(Door door, String person, JsonObject remediation) {
        String ofCase = "/api/v1/remediations?caseId=" + remediation.getString("caseId");
        String kind = remediation.getString("kind");
        JsonObject begun =
                door.make(
                        Door.Call.of(person, "POST", "/api/v1/remediations", remediation),
                        () ->
                                door.items(person, ofCase)
                                        .filter(one -> kind.equals(one.getString("kind")))
                                        .findFirst());
        return new Workshop(door, begun.getString("id"));
    }

    public String id() {
        return id;
    }

    public JsonObject seenBy(String person) {
        return door.get(person, path(""));
    }

    public JsonObject uploads(String person, String model, String version, byte[] firmware) {
        return uploads(person, model, version, "bin", firmware);
    }

    /** Hands a file in that is offered under a name with this suffix. */
    public JsonObject uploads(
            String person, String model, String version, String suffix, byte[] firmware) {
        Door.Call call =
                new Door.Call(
                        person,
                        "PUT",
                        path("/artifacts/" + model + "/" + version + "?suffix=" + suffix),
                        firmware,
                        Map.of(
                                "Content-Type",
                                "application/octet-stream",
                                "Accept",
                                "application/json"));
        return door.expect(call).json();
    }

    /** The text for customers before publication, drafted and approved by another person. */
    public void neutralText(String office, String another, String ja, String en) {
        JsonObject drafted =
                door.put(
                        office,
                        path("/pre-disclosure"),
                        new JsonObject()
                                .put("urgency", "at-once")
                                .put("how", new JsonObject().put("ja", ja).put("en", en)));
        door.post(
                another,
                path("/pre-disclosure/approval"),
                new JsonObject().put("hash", textHash(drafted)));
    }

    private static String textHash(JsonObject answer) {
        JsonObject text = answer.getJsonObject("preDisclosure", answer);
        return text.getString("hash");
    }

    /** Passes one of security-review, qa-regression, signature, channel, for what was seen. */
    public void passes(String gate, String person, String evidence) {
        String seen = seenBy(person).getString("contentHash");
        Door.Call call =
                Door.Call.of(
                        person,
                        "POST",
                        path("/gates/" + gate),
                        new JsonObject().put("outcome", "passed").put("evidence", evidence));
        door.make(
                call.with("If-Match", "\"" + seen + "\""),
                () -> Optional.of(seenBy(person)).filter(now -> isPassed(gate, now)));
    }

    private static boolean isPassed(String gate, JsonObject now) {
        return now.getJsonArray("gates").stream()
                .map(JsonObject.class::cast)
                .filter(one -> gate.equals(one.getString("gate")))
                .anyMatch(one -> "passed".equals(one.getString("outcome")));
    }

    public void signs(String person) {
        door.post(person, path("/signing"), null);
    }

    public void releases(String person) {
        door.post(person, path("/release"), null);
    }

    /** Prepares a campaign; its id. */
    public String campaign(String person, JsonObject campaign) {
        return door.make(
                        Door.Call.of(person, "POST", path("/campaigns"), campaign),
                        () -> door.items(person, path("/campaigns")).findFirst())
                .getString("id");
    }

    /** Whether a campaign is in this state: draft, running, halted, completed… */
    static boolean isIn(String state, Door door, String campaign) {
        return state.equals(
                door.get("security-office", "/api/v1/campaigns/" + campaign).getString("state"));
    }

    /** One of start, pause, resume, abort, complete; {@code body} may say why. */
    public static JsonObject steers(
            Door door, String person, String campaign, String act, JsonObject body) {
        return door.post(person, "/api/v1/campaigns/" + campaign + "/" + act, body);
    }

    /** Writes down which units were updated without a device's report. */
    public static JsonObject declares(
            Door door, String person, String campaign, JsonArray units, String evidence) {
        return door.post(
                person,
                "/api/v1/campaigns/" + campaign + "/units",
                new JsonObject().put("units", units).put("evidence", evidence));
    }

    private String path(String more) {
        return "/api/v1/remediations/" + id + more;
    }
}
