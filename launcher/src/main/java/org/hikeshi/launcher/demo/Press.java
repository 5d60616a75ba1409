package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/** An advisory or notice from its draft to the public. */
public final class Press {
    private final Door door;
    private final String id;
    private JsonObject last;

    private Press(Door door, JsonObject begun) {
        this.door = door;
        this.id = begun.getString("id");
        this.last = begun;
    }

    /** The office begins a text. */
    public static Press drafts(Door door, String person, JsonObject advisory) {
        return new Press(
                door,
                door.make(
                        Door.Call.of(person, "POST", "/api/v1/advisories", advisory),
                        () -> begun(door, person, advisory)));
    }

    /** The one about the same case; about no case, the one of the same title. */
    private static Optional<JsonObject> begun(Door door, String person, JsonObject advisory) {
        String ofCase = advisory.getString("caseId");
        String kind = advisory.getString("kind");
        String all = "/api/v1/advisories" + (ofCase == null ? "" : "?caseId=" + ofCase);
        return door.items(person, all)
                .filter(one -> kind.equals(one.getString("kind")))
                .filter(one -> ofCase != null || title(one).equals(title(advisory)))
                .findFirst();
    }

    private static String title(JsonObject advisory) {
        JsonObject english = advisory.getJsonObject("texts").getJsonObject("en", new JsonObject());
        return english.getString("title", "");
    }

    public String id() {
        return id;
    }

    /** As it was answered last. */
    public JsonObject last() {
        return last;
    }

    /** As a person sees it now. */
    public JsonObject read(String person) {
        last = door.get(person, "/api/v1/advisories/" + id);
        return last;
    }

    /** One of {@code technical}, {@code qa}, {@code legal}. */
    public void reviewed(String kind, String person) {
        judged("/reviews/" + kind, person, "accepted");
    }

    public void approved(String ciso) {
        judged("/approval", ciso, "approved");
    }

    private void judged(String path, String person, String outcome) {
        String hash = read(person).getString("hash");
        Door.Call call =
                Door.Call.of(
                        person,
                        "POST",
                        "/api/v1/advisories/" + id + path,
                        new JsonObject().put("outcome", outcome));
        last =
                door.make(
                        call.with("If-Match", "\"" + hash + "\""),
                        () -> Optional.of(read(person)).filter(now -> isJudged(path, now)));
    }

    private static boolean isJudged(String path, JsonObject now) {
        return path.equals("/approval")
                ? now.containsKey("approval")
                : now.getJsonArray("reviews").stream()
                        .map(JsonObject.class::cast)
                        .filter(one -> path.endsWith("/" + one.getString("review")))
                        .anyMatch(one -> one.getString("state").equals("accepted"));
    }

    /** Proposes a date to the reporter; {@code decided} sets it for good. */
    public void date(String person, Instant date, Instant answerBy, boolean decided) {
        last =
                door.post(
                        person,
                        "/api/v1/advisories/" + id + "/date",
                        new JsonObject()
                                .put("date", date.toString())
                                .put("answerBy", answerBy.toString())
                                .put("reason", "A weekday morning, when customers can act")
                                .put("decided", decided));
    }

    public void published(String person) {
        last = door.post(person, "/api/v1/advisories/" + id + "/publication", null);
    }
}
