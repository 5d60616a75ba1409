package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hikeshi.events.EventType;
import org.hikeshi.events.Topics;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Story;

/**
 * What lies within the things of a case and has an id of its own: messages, approved texts, what a
 * device has to do; and in each service a record that was put aside.
 */
final class AccessInside {
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final String OFFERED =
            "SELECT d.controller_id FROM ota_action a JOIN device d ON d.device_id = a.device_id"
                    + " WHERE CAST(a.campaign_id AS text) = ? AND a.state = 'PENDING'"
                    + " ORDER BY d.controller_id LIMIT 1";

    private final RunningSystem system;
    private final Door door;

    AccessInside(RunningSystem system, Door door) {
        this.system = system;
        this.door = door;
    }

    /** Ids by kind; the story's file must have been sent, for with it came a message. */
    Map<String, String> of(Story story, String report) throws Exception {
        Map<String, String> inside = new HashMap<>();
        inside.put(
                "message",
                there(
                        "intake",
                        "SELECT id FROM message WHERE CAST(report_id AS text) = ?",
                        report));
        inside.put(
                "approved",
                there(
                        "disclosure",
                        "SELECT approved_hash FROM advisory WHERE CAST(id AS text) = ?",
                        story.deeds().press().id()));
        inside.put(
                "warning",
                there(
                        "release",
                        "SELECT hash FROM approved_text WHERE CAST(case_id AS text) = ?",
                        story.deeds().office().caseId()));
        inside.putAll(work(story));
        return inside;
    }

    /** A device that has read what it is to install. */
    private Map<String, String> work(Story story) throws Exception {
        String campaign = story.deeds().campaign();
        Waiting.until("an update is offered", SOON, () -> !offered(campaign).isEmpty());
        String controller = offered(campaign);
        Map<String, String> devices = new HashMap<>();
        door.items("it-operations", "/api/v1/devices?limit=200&model=" + story.deeds().model())
                .forEach(one -> devices.put(one.getString("controllerId"), one.getString("id")));
        String controlled = Objects.requireNonNull(devices.remove(controller));
        String token = newToken(controlled);
        String base = "/ota/DEFAULT/controller/v1/" + controller;
        URI offer = link(ask(base, token).getJsonObject("_links"), "deploymentBase");
        String query = offer.getRawQuery() == null ? "" : "?" + offer.getRawQuery();
        JsonObject deployment = ask(offer.getRawPath() + query, token);
        return Map.of(
                "controller",
                controller,
                "controlled",
                controlled,
                "device",
                devices.values().iterator().next(),
                "action",
                offer.getRawPath().replaceAll(".*/", ""),
                "artifact",
                deployment
                        .getJsonObject("deployment")
                        .getJsonArray("chunks")
                        .getJsonObject(0)
                        .getJsonArray("artifacts")
                        .getJsonObject(0)
                        .getString("filename"));
    }

    private String offered(String campaign) throws SQLException {
        return text("release", OFFERED, campaign);
    }

    /** The token that a device has from now on. */
    String newToken(String device) {
        return door.post("it-operations", "/api/v1/devices/" + device + "/token", null)
                .getString("targetToken");
    }

    private JsonObject ask(String path, String token) {
        return door.expect(
                        Door.Call.of(null, "GET", path, null)
                                .with("Authorization", "TargetToken " + token))
                .json();
    }

    private static URI link(JsonObject links, String name) {
        return URI.create(links.getJsonObject(name).getString("href"));
    }

    /**
     * Somebody without a key says what every service hears. Of each kind {@code parked SERVICE} the
     * own one is the record that waits there, the foreign one waits elsewhere.
     */
    void parked(Map<String, String> own, Map<String, String> foreign) throws Exception {
        var bytes = new ByteArraySerializer();
        Map<String, Object> settings = Map.of("bootstrap.servers", system.kafka());
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            producer.send(forged(EventType.TEAM_CHANGED, "triage")).get();
            producer.send(forged(EventType.REPORT_RECEIVED, "intake")).get();
        }
        List<String> services = RunningSystem.SERVICES;
        for (String service : services) {
            Waiting.until(
                    service + " puts a forged record aside",
                    SOON,
                    () -> !waiting(service).isEmpty());
            own.put("parked " + service, waiting(service));
        }
        for (int i = 0; i < services.size(); i++) {
            String elsewhere = services.get((i + 1) % services.size());
            foreign.put(
                    "parked " + services.get(i),
                    Objects.requireNonNull(own.get("parked " + elsewhere)));
        }
    }

    private String waiting(String service) throws SQLException {
        return text(service, "SELECT id FROM parked_record WHERE cause = ? LIMIT 1", "forged");
    }

    private static ProducerRecord<byte[], byte[]> forged(EventType type, String speaker) {
        String key = UUID.randomUUID().toString();
        var record =
                new ProducerRecord<>(Topics.CASE_EVENTS, key.getBytes(UTF_8), "{}".getBytes(UTF_8));
        Map.of("ce_id", key, "ce_source", speaker, "ce_type", type.ceType(), "ce_subject", key)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    private String there(String database, String query, String value) throws SQLException {
        String found = text(database, query, value);
        if (found.isEmpty()) {
            throw new IllegalStateException("nothing there: " + query + " for " + value);
        }
        return found;
    }

    /** The first column of the first row, empty if there is none. */
    String text(String database, String query, String value) throws SQLException {
        try (Connection db = system.database(database);
                PreparedStatement select = db.prepareStatement(query)) {
            select.setString(1, value);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
            }
        }
    }
}
