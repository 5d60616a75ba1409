package org.hikeshi.launcher.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.parts.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * A door that notes each deed before it is done and its answer afterwards, so that work which was
 * broken off can be begun again from its start and doubles nothing: what was answered is not done
 * again, and what was begun and never answered is taken for a call whose line broke. It is made
 * once more exactly as it was, idempotency key and all. Looking is not noted.
 */
final class NotedDoor extends Door {
    private static final Answer LINE_BROKE = new Answer(0, new byte[0], Map.of());

    private final Door door;
    private final Path notes;
    private final Map<String, Call> begun = new HashMap<>();
    private final Map<String, Answer> answered = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    /** Deeds of which nobody knows whether they were heard. */
    private final Set<String> inDoubt = new HashSet<>();

    /** Those of them that an earlier run left behind and that this one has not come to. */
    private final Set<String> leftBehind = new HashSet<>();

    private String work = "";
    private @Nullable Call last;
    private String lastName = "";

    /**
     * @param notes the file of deeds of the work at hand; it holds what the answers held, access
     *     keys among them, so only its owner reads it (0600)
     */
    NotedDoor(Door door, Path notes) {
        super(door);
        this.door = door;
        this.notes = notes;
    }

    /** Begins a piece of work, or begins it again. */
    void begin(String name) throws IOException {
        forget();
        work = name;
        List<String> lines = Files.exists(notes) ? Files.readAllLines(notes) : List.of();
        List<String> whole = new ArrayList<>();
        for (String line : lines) {
            try {
                read(new JsonObject(line));
            } catch (DecodeException torn) {
                break; // the process ended while it wrote
            }
            whole.add(line);
        }
        String kept = whole.stream().map(line -> line + "\n").collect(Collectors.joining());
        Secrets.write(notes, kept.getBytes(StandardCharsets.UTF_8));
        begun.keySet().stream().filter(deed -> !answered.containsKey(deed)).forEach(inDoubt::add);
        leftBehind.addAll(inDoubt);
    }

    /** The work is done: nothing has to be known of its deeds any more. */
    void end() throws IOException {
        forget();
        Files.deleteIfExists(notes);
    }

    private void forget() {
        begun.clear();
        answered.clear();
        times.clear();
        inDoubt.clear();
        leftBehind.clear();
        last = null;
    }

    @Override
    protected Answer once(Call call) {
        if (call.method().equals("GET")) {
            return door.once(call);
        }
        // A call that is made again after its line broke is the same object.
        if (!call.equals(last)) {
            lastName = name(call);
            last = call;
        }
        Answer known = answered.get(lastName);
        if (known != null) {
            return known;
        }
        if (leftBehind.remove(lastName)) {
            return LINE_BROKE;
        }
        Call asBegun = begun.get(lastName);
        Answer answer = door.once(asBegun == null ? noted(lastName, call) : asBegun);
        if (asBegun != null && !call.equals(asBegun) && answer.status() == 422) {
            // Not heard then, and no longer fit: its dates have passed.
            answer = door.once(noted(lastName, call));
        }
        return kept(lastName, answer);
    }

    private Answer kept(String deed, Answer answer) {
        if (answer.status() / 100 == 2) {
            answered.put(deed, answer);
            write(
                    new JsonObject()
                            .put("answered", deed)
                            .put("status", answer.status())
                            .put("body", answer.text()));
        } else if (passing(answer)) {
            inDoubt.add(deed);
        } else if (!inDoubt.contains(deed)) {
            begun.remove(deed);
            write(new JsonObject().put("refused", deed));
        }
        return answer;
    }

    private String name(Call call) {
        String deed = work + " " + call.person() + " " + call.method() + " " + call.path();
        return deed + " #" + times.merge(deed, 1, Integer::sum);
    }

    private Call noted(String deed, Call call) {
        write(
                new JsonObject()
                        .put("begun", deed)
                        .put("person", call.person())
                        .put("method", call.method())
                        .put("path", call.path())
                        .put("headers", new JsonObject(new HashMap<>(call.headers())))
                        .put("body", Base64.getEncoder().encodeToString(call.body())));
        begun.put(deed, call);
        return call;
    }

    private void read(JsonObject note) {
        if (note.containsKey("begun")) {
            Map<String, String> headers = new HashMap<>();
            note.getJsonObject("headers")
                    .forEach(h -> headers.put(h.getKey(), String.valueOf(h.getValue())));
            begun.put(
                    note.getString("begun"),
                    new Call(
                            note.getString("person"),
                            note.getString("method"),
                            note.getString("path"),
                            Base64.getDecoder().decode(note.getString("body")),
                            headers));
        } else if (note.containsKey("answered")) {
            byte[] body = note.getString("body").getBytes(StandardCharsets.UTF_8);
            answered.put(
                    note.getString("answered"),
                    new Answer(note.getInteger("status"), body, Map.of()));
        } else {
            begun.remove(note.getString("refused"));
        }
    }

    private void write(JsonObject note) {
        try {
            // Not CREATE: begin made the file, for its owner only.
            Files.writeString(notes, note.encode() + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("what was done cannot be noted", e);
        }
    }
}
