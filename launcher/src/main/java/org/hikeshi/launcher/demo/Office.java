package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/** What the security office and the CISO do with one case. */
public final class Office {
    private final Door door;
    private final String caseId;

    private Office(Door door, String caseId) {
        this.door = door;
        this.caseId = caseId;
    }

    /** Finds the case of a report; waits until triage has heard of it. */
    public static Office caseOf(Door door, String trackingCode) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            JsonArray items =
                    door.get("security-office", "/api/v1/cases?trackingCode=" + trackingCode)
                            .getJsonArray("items");
            if (!items.isEmpty()) {
                return new Office(door, items.getJsonObject(0).getString("caseId"));
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no case for " + trackingCode + " within a minute");
            }
            Door.pause();
        }
    }

    public String caseId() {
        return caseId;
    }

    /** The case as a person sees it. */
    public JsonObject seenBy(String person) {
        return door.get(person, path(""));
    }

    public void confirms(String person) {
        door.post(person, path("/confirmation"), null);
    }

    /**
     * Sets the whole team.
     *
     * @param members staff id to role
     */
    public void team(String person, Map<String, String> members) {
        JsonArray list = new JsonArray();
        members.forEach(
                (staff, role) -> list.add(new JsonObject().put("staff", staff).put("role", role)));
        put(person, "/team", new JsonObject().put("members", list));
    }

    public void assesses(String person, JsonObject assessment) {
        put(person, "/assessment", assessment);
    }

    public void scores(String person) {
        door.post(person, path("/scoring"), new JsonObject());
    }

    public void plans(String person, JsonObject plan) {
        put(person, "/plan", plan);
    }

    /** Gives a clock of this case a date of its own, with a reason that the reporter is told. */
    public void deadline(String person, String clock, Instant due, String ja, String en) {
        door.post(
                person,
                path("/clocks/" + clock + "/deadline"),
                new JsonObject()
                        .put("dueAt", due.toString())
                        .put("reason", new JsonObject().put("ja", ja).put("en", en)));
    }

    /** The CISO has heard. */
    public void acknowledges(String ciso) {
        door.post(
                ciso,
                path("/escalation-decision"),
                new JsonObject().put("decision", "acknowledged"));
    }

    /** Closes with words to the reporters. */
    public void closes(String person, String reason, String ja, String en) {
        door.post(
                person,
                path("/closure"),
                new JsonObject()
                        .put("reason", reason)
                        .put("explanation", new JsonObject().put("ja", ja).put("en", en)));
    }

    /** Replaces what is there now, as a person who has just read it does. */
    private void put(String person, String more, JsonObject body) {
        Door.Answer now = door.expect(Door.Call.of(person, "GET", path(more), null));
        String version = now.headers().getOrDefault("etag", "\"0\"");
        door.expect(Door.Call.of(person, "PUT", path(more), body).with("If-Match", version));
    }

    private String path(String more) {
        return "/api/v1/cases/" + caseId + more;
    }
}
