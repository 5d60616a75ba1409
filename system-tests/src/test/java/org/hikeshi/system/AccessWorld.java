package org.hikeshi.system;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;
import org.hikeshi.launcher.demo.Office;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.access.Endpoint;
import org.hikeshi.system.access.Things;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.hikeshi.trust.SigningKey;

/** Two cases of the same history: of one everybody is on the team, of the other none of them. */
final class AccessWorld {
    /** The story up to the approval of its advisory; no device installs anything. */
    private static final int STEPS = 13;

    private static final int INSTALLING = 10;

    private final RunningSystem system;
    private final Door door;
    private final AccessInside inside;
    private final Map<String, String> own;
    private final Map<String, String> foreign;
    private final Map<String, String> merged;
    private final String accessKey;

    private AccessWorld(RunningSystem system) throws Exception {
        this.system = system;
        this.door = Journey.door(system);
        this.inside = new AccessInside(system, door);
        Story first = begun(4711);
        Story second = begun(815);
        // Most of a story is waiting for what follows from a step.
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Story> other = together.submit(() -> told(second));
            told(first);
            Objects.requireNonNull(other.get());
        }
        own = things(first);
        foreign = things(second);
        accessKey = first.deeds().finder().accessKey();
        merged = mergedInto(second.deeds().office());
        Map<String, String> everybody = new HashMap<>();
        Endpoint.ROLES.forEach(role -> everybody.put(role, role));
        first.deeds().office().team("security-office", everybody);
        second.deeds()
                .office()
                .team(
                        "security-office",
                        Map.of("somebody-else", "security-office", "another", "qa"));
        mendedByOthers(Objects.requireNonNull(foreign.get("product")));
        inside.parked(own, foreign);
        awaitTeams();
    }

    private void mendedByOthers(String product) {
        String path = "/api/v1/products/" + product;
        Door.Answer now = door.expect(Door.Call.of("security-office", "GET", path, null));
        JsonObject changed = now.json().put("developers", new JsonArray(List.of("somebody-else")));
        List.of("productId", "id", "revision").forEach(changed::remove);
        door.expect(
                Door.Call.of("security-office", "PUT", path, changed)
                        .with("If-Match", now.headers().getOrDefault("etag", "")));
    }

    static AccessWorld in(RunningSystem system) throws Exception {
        return new AccessWorld(system);
    }

    Things things() {
        return new Things(own, foreign, merged);
    }

    /**
     * What the own report's finder and the own device show, by relation. The device's token is a
     * new one: the old one is told once.
     */
    Map<String, String> secrets() {
        String token = inside.newToken(Objects.requireNonNull(own.get("controlled")));
        return Map.of(
                "REPORTER_KEY", "Bearer " + accessKey, "DEVICE_TOKEN", "TargetToken " + token);
    }

    /** What gives the foreign case away. */
    List<String> traces() {
        List<String> traces = new ArrayList<>();
        for (String kind : List.of("case", "number", "code")) {
            traces.add(Objects.requireNonNull(foreign.get(kind)));
        }
        traces.add(SECRET);
        for (String kind :
                List.of("report", "file", "remediation", "campaign", "advisory", "text")) {
            traces.add(Objects.requireNonNull(foreign.get(kind)));
        }
        traces.add(Objects.requireNonNull(merged.get("number")));
        return traces;
    }

    /** Roles that take emergency access to the foreign case, known to all services then. */
    void guests(Set<String> roles) {
        String caseId = Objects.requireNonNull(foreign.get("case"));
        for (String role : roles) {
            door.post(
                    role,
                    "/api/v1/cases/" + caseId + "/emergency-access",
                    new JsonObject().put("reason", "Nobody of the team can be reached."));
        }
        for (String service : RunningSystem.SERVICES) {
            Waiting.until(
                    service + " knows the guests",
                    Duration.ofSeconds(60),
                    () ->
                            system.one(
                                            service,
                                            "SELECT count(*) FROM case_guest WHERE case_id = '%s'"
                                                    .formatted(UUID.fromString(caseId)))
                                    == roles.size());
        }
    }

    /** The keys of all services, as a thief would hold them. */
    Map<String, SigningKey> keys() {
        Map<String, SigningKey> keys = new HashMap<>();
        for (KeyEntry entry : KeyDirectory.read(system.data().resolve("keys")).entries()) {
            Path pem = system.data().resolve("secrets/" + entry.service() + "/service-key.pem");
            keys.put(entry.service(), SigningKey.read(entry.kid(), pem));
        }
        return keys;
    }

    /** Puts a key of the notifier into the directory of all, good until then. */
    void publish(SigningKey key, Instant until) {
        KeyDirectory.write(
                system.data().resolve("keys"),
                new KeyEntry(
                        key.kid(),
                        "notifier",
                        key.publicKey(),
                        until.minus(Duration.ofDays(9)),
                        until,
                        null));
    }

    /** With its products and customers; the customers are the same in each. */
    private Story begun(int seed) throws Exception {
        Story story = new Story(door, Clock.systemUTC(), new Random(seed));
        story.steps().getFirst().deed().run();
        return story;
    }

    private static Story told(Story story) throws Exception {
        List<Story.Step> steps = story.steps();
        for (int i = 1; i < STEPS; i++) {
            if (i != INSTALLING) {
                steps.get(i).deed().run();
            }
        }
        return story;
    }

    private Map<String, String> things(Story story) throws Exception {
        var deeds = story.deeds();
        String caseId = deeds.office().caseId();
        String code = deeds.finder().trackingCode();
        Map<String, String> things = new HashMap<>();
        things.put("case", caseId);
        things.put("number", deeds.office().seenBy("ciso").getString("number"));
        things.put("code", code);
        things.put(
                "report",
                inside.text("intake", "SELECT id FROM report WHERE tracking_code = ?", code));
        things.put("file", AddedFile.by(deeds.finder(), door));
        things.put("remediation", deeds.workshop().id());
        things.put("campaign", deeds.campaign());
        things.put("advisory", deeds.press().id());
        things.put("text", deeds.press().read("security-office").getString("publicId"));
        things.put("product", deeds.product());
        things.put("model", deeds.model());
        things.put("version", "2.4.1");
        things.putAll(inside.of(story, Objects.requireNonNull(things.get("report"))));
        Waiting.until(
                "mail to the reporter", Duration.ofSeconds(30), () -> !delivery(caseId).isEmpty());
        things.put("delivery", delivery(caseId));
        return things;
    }

    private String delivery(String caseId) throws SQLException {
        return inside.text(
                "notifier",
                "SELECT d.id FROM delivery d JOIN obligation o ON o.id = d.obligation_id"
                        + " WHERE CAST(o.case_id AS text) = ? AND o.audience = 'REPORTER' LIMIT 1",
                caseId);
    }

    /** A report of its own that turned out to be the same thing. */
    private Map<String, String> mergedInto(Office survivor) throws Exception {
        Finder finder =
                Finder.reports(
                        door,
                        new JsonObject().put("title", SECRET).put("description", "The same."));
        Office office = Office.caseOf(door, finder.trackingCode());
        office.confirms("security-office");
        door.post(
                "security-office",
                "/api/v1/cases/" + office.caseId() + "/merge",
                new JsonObject()
                        .put("into", survivor.caseId())
                        .put(
                                "explanation",
                                new JsonObject().put("ja", "同じ件です。").put("en", "The same.")));
        String code = finder.trackingCode();
        return Map.of(
                "case", office.caseId(),
                "number", office.seenBy("ciso").getString("number"),
                "code", code,
                "report",
                        inside.text(
                                "intake", "SELECT id FROM report WHERE tracking_code = ?", code));
    }

    /** Title of a report of others. */
    static final String SECRET = "Tarantula in the kettle";

    private void awaitTeams() {
        for (String service : List.of("intake", "triage", "release", "disclosure", "notifier")) {
            Waiting.until(
                    service + " knows the teams",
                    Duration.ofSeconds(30),
                    () ->
                            system.one(service, members("auditor", own)) == 1
                                    && system.one(service, members("developer", foreign)) == 0
                                    && system.one(service, members("another", foreign)) == 1);
        }
    }

    private static String members(String staff, Map<String, String> things) {
        return "SELECT count(*) FROM case_member WHERE staff = '%s' AND case_id = '%s'"
                .formatted(staff, UUID.fromString(Objects.requireNonNull(things.get("case"))));
    }
}
