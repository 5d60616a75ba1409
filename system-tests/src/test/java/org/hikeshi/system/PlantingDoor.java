package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.system.leak.PlantedSecret;

/**
 * A door that puts a word of its own, latin and Japanese, into every field for prose that goes in
 * by it, whoever writes it; and keeps what devices and the public are answered. Firmware that is
 * handed in by the interface was handed in by the desk's form before, in a file with such a name.
 */
final class PlantingDoor extends Door {
    private static final Pattern PROSE =
            Pattern.compile(
                    ".*/(title|description|reproduction|impact|summary|details|whatToDo|evidence"
                            + "|text|comment|(findings|explanation|remedy|workaround)/(ja|en))"
                            + "|/reporter/name|/customers/\\d+/name");
    private static final Pattern CREDIT = Pattern.compile("/reporter/creditAs|/credits/\\d+");
    private static final Pattern FIRMWARE =
            Pattern.compile("/api/v1/remediations/([^/]+)/artifacts/([^/]+)/([^/?]+).*");
    private static final Pattern OUTSIDE = Pattern.compile("/(ota|downloads|advisories)/.*");

    private final Map<String, List<PlantedSecret>> planted = new LinkedHashMap<>();
    private final URI origin;
    private final Properties people;
    private final Queue<Heard> outside = new ConcurrentLinkedQueue<>();

    /** What somebody outside the house was answered. */
    record Heard(String path, byte[] body) {}

    PlantingDoor(URI origin, Properties people) {
        super(origin, people);
        this.origin = origin;
        this.people = people;
    }

    /** Of all fields, or of those whose field, a path and a JSON pointer, is of this form. */
    List<PlantedSecret> planted(String form) {
        return planted.entrySet().stream()
                .filter(entry -> entry.getKey().matches(form))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    List<Heard> outside() {
        return List.copyOf(outside);
    }

    @Override
    protected Answer once(Call call) {
        Matcher firmware = FIRMWARE.matcher(call.path());
        if (call.method().equals("PUT") && firmware.matches()) {
            Answer taken =
                    super.once(
                            byForm(call, firmware.group(1), firmware.group(2), firmware.group(3)));
            if (taken.status() != 303) {
                throw new AssertionError("the form did not take the file: " + taken.text());
            }
        }
        Answer answer = super.once(isJson(call) ? planting(call) : call);
        if (call.person() == null && OUTSIDE.matcher(call.path()).matches()) {
            outside.add(new Heard(call.path(), answer.body()));
        }
        return answer;
    }

    /** The same file by the form of the desk, under a name that gives much away. */
    Call byForm(Call put, String remedy, String model, String version) {
        String person = Objects.requireNonNull(put.person());
        DeskSession session = DeskSession.begin(origin, people, person);
        String seen = get(person, "/api/v1/remediations/" + remedy).getString("contentHash");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Map.of("etag", seen, "model", model, "version", version)
                .forEach(
                        (name, value) ->
                                part(body, "name=\"" + name + "\"", value.getBytes(UTF_8)));
        String name = word("/desk/releases/…/files#name").replace(' ', '-') + ".bin";
        part(body, "name=\"file\"; filename=\"" + name + "\"", put.body());
        body.writeBytes("--fff--\r\n".getBytes(UTF_8));
        return new Call(
                null,
                "POST",
                "/desk/releases/" + remedy + "/files",
                body.toByteArray(),
                Map.of(
                        "Content-Type",
                        "multipart/form-data; boundary=fff",
                        "Cookie",
                        session.cookie(),
                        "Accept",
                        "text/html"));
    }

    private static void part(ByteArrayOutputStream body, String what, byte[] content) {
        body.writeBytes(
                ("--fff\r\nContent-Disposition: form-data; " + what + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
    }

    private static boolean isJson(Call call) {
        return "application/json".equals(call.headers().get("Content-Type"));
    }

    private Call planting(Call call) {
        JsonObject body = new JsonObject(new String(call.body(), UTF_8));
        String path = call.path().replaceAll("\\?.*|[0-9a-f-]{36}|R-[^/]+", "…");
        JsonObject planted = in(body, path, "");
        return new Call(
                call.person(),
                call.method(),
                call.path(),
                planted.encode().getBytes(UTF_8),
                call.headers());
    }

    private JsonObject in(JsonObject object, String path, String pointer) {
        JsonObject copy = new JsonObject();
        object.forEach(
                field ->
                        copy.put(
                                field.getKey(),
                                value(field.getValue(), path, pointer + "/" + field.getKey())));
        return copy;
    }

    private Object value(Object value, String path, String pointer) {
        return switch (value) {
            case JsonObject inner -> in(inner, path, pointer);
            case JsonArray list -> {
                JsonArray copy = new JsonArray();
                for (int i = 0; i < list.size(); i++) {
                    copy.add(value(list.getValue(i), path, pointer + "/" + i));
                }
                yield copy;
            }
            case String text when PROSE.matcher(pointer).matches() || isDateReason(path, pointer) ->
                    text + " " + word(path + "#" + pointer.replaceFirst("/(ja|en)(?=/|$)", ""));
            case String text when CREDIT.matcher(pointer).matches() -> text + " " + word("credit");
            default -> value;
        };
    }

    private static boolean isDateReason(String path, String pointer) {
        return path.endsWith("/date") && pointer.equals("/reason");
    }

    /** The same in both languages, and when a call is made again. */
    private String word(String field) {
        List<PlantedSecret> words =
                planted.computeIfAbsent(
                        field,
                        name ->
                                new ArrayList<>(
                                        List.of(
                                                PlantedSecret.latin(name),
                                                PlantedSecret.japanese(name))));
        return words.getFirst().word() + " " + words.getLast().word();
    }
}
