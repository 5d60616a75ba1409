package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reporter does: no account, a tracking code and an access key. */
public final class Finder {
    private final Door door;
    private final String code;
    private final String key;

    private Finder(Door door, String code, String key) {
        this.door = door;
        this.code = code;
        this.key = key;
    }

    /** Hands a report in. */
    public static Finder reports(Door door, JsonObject report) {
        Door.Call call =
                Door.Call.of(null, "POST", "/api/v1/reports", report)
                        .with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject receipt = door.expect(call).json();
        return new Finder(door, receipt.getString("trackingCode"), receipt.getString("accessKey"));
    }

    public String trackingCode() {
        return code;
    }

    public String accessKey() {
        return key;
    }

    /** The status as the reporter sees it. */
    public JsonObject status() {
        return call("GET", "", null);
    }

    /** Writes to the desk. */
    public void writes(String text) {
        call("POST", "/messages", new JsonObject().put("text", text));
    }

    /**
     * How a proposed date stands: {@code no-proposal}, {@code possible} to answer, or why it is not
     * possible any more.
     */
    public String dateAnswer() {
        return status().getJsonObject("acts").getString("answer-date");
    }

    /** Waits until a date was proposed; false if it can no longer be answered. */
    boolean isAskedForDate() throws InterruptedException {
        Awaiting.until(
                "the proposal on the status page", () -> !dateAnswer().equals("no-proposal"));
        return dateAnswer().equals("possible");
    }

    /** Agrees to the proposed date. */
    public void agreesToDate() {
        call("POST", "/disclosure-answer", new JsonObject().put("answer", "accept"));
    }

    /** Wishes another date than the proposed one. */
    public void wishesDate(Instant date, String comment) {
        call(
                "POST",
                "/disclosure-answer",
                new JsonObject()
                        .put("answer", "counter")
                        .put("counterDate", date.toString())
                        .put("comment", comment));
    }

    /** Says whether the fix works: {@code fixed}, {@code not-fixed} or {@code partly}. */
    public void checkedFix(String verdict) {
        call("POST", "/verification", new JsonObject().put("verdict", verdict));
    }

    /** Tells after closure how it was. */
    public void givesFeedback(String text) {
        call("POST", "/feedback", new JsonObject().put("text", text));
    }

    private JsonObject call(String method, String more, @Nullable JsonObject body) {
        Door.Call call =
                Door.Call.of(null, method, "/api/v1/reports/" + code + more, body)
                        .with("Authorization", "Bearer " + key);
        return door.expect(
                        body == null
                                ? call
                                : call.with("Idempotency-Key", UUID.randomUUID().toString()))
                .json();
    }
}
