package org.hikeshi.launcher.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls the public interfaces of a running system in somebody's name. A service that is just being
 * started again (502–504) and a case that it has not heard of yet (404 with {@code Retry-After})
 * are asked again for a while, as every client should.
 *
 * <p>When a line breaks, nobody knows whether the call was heard. Whoever only did something asks
 * again, and being told that it is no longer possible hears that it was done. Whoever made
 * something new looks whether it is there before asking again.
 */
public class Door {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** What a state says that has gone on: conflict, gone, another version, taken. */
    private static final Set<Integer> DONE_ALREADY = Set.of(409, 410, 412, 422);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI origin;
    private final Properties people;

    /**
     * @param origin where the system answers
     * @param people {@code name.password=…}, the local people
     */
    public Door(URI origin, Properties people) {
        this.origin = origin;
        this.people = people;
    }

    /** One to the same system, for the same people. */
    Door(Door other) {
        this(other.origin, other.people);
    }

    /** What came back. */
    public record Answer(int status, byte[] body, Map<String, String> headers) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The body as a JSON object; an empty body is an empty object. */
        public JsonObject json() {
            return body.length == 0 ? new JsonObject() : new JsonObject(text());
        }
    }

    /** One call. {@code person} is a local person's name; null asks as nobody. */
    public record Call(
            @Nullable String person,
            String method,
            String path,
            byte[] body,
            Map<String, String> headers) {

        /** A call with a JSON body; null for none. */
        public static Call of(
                @Nullable String person, String method, String path, @Nullable JsonObject body) {
            Map<String, String> headers = new HashMap<>();
            headers.put("Accept", "application/json");
            if (body != null) {
                headers.put("Content-Type", "application/json");
            }
            byte[] bytes =
                    body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8);
            return new Call(person, method, path, bytes, headers);
        }

        /** The same call with one more header. */
        public Call with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Call(person, method, path, body, more);
        }
    }

    /** The JSON that a successful call answers. */
    public JsonObject post(@Nullable String person, String path, @Nullable JsonObject body) {
        return expect(Call.of(person, "POST", path, body)).json();
    }

    /** The JSON that a successful call answers. */
    public JsonObject put(@Nullable String person, String path, JsonObject body) {
        return expect(Call.of(person, "PUT", path, body)).json();
    }

    /** The JSON object found there. */
    public JsonObject get(@Nullable String person, String path) {
        return expect(Call.of(person, "GET", path, null)).json();
    }

    /** What the list there names. */
    public Stream<JsonObject> items(@Nullable String person, String path) {
        return get(person, path).getJsonArray("items").stream().map(JsonObject.class::cast);
    }

    /** The JSON array found there. */
    public JsonArray list(@Nullable String person, String path) {
        return new JsonArray(expect(Call.of(person, "GET", path, null)).text());
    }

    /**
     * Makes a call that must succeed. What was done by a call whose line broke succeeds without a
     * body.
     *
     * @throws RefusedException with what was said, if it was not a 2xx
     */
    public Answer expect(Call call) {
        return expect(call, Optional::empty);
    }

    /**
     * Makes something new.
     *
     * @param look finds it, if it is there after a line broke
     * @return the answer, or what was found
     * @throws RefusedException with what was said, if it was not a 2xx
     */
    public JsonObject make(Call call, Supplier<Optional<JsonObject>> look) {
        return expect(call, () -> look.get().map(Door::found)).json();
    }

    private static Answer found(JsonObject thing) {
        return new Answer(200, thing.encode().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private Answer expect(Call call, Supplier<Optional<Answer>> look) {
        Tried tried = trying(call, look);
        Answer answer = tried.last();
        if (tried.inDoubt() && DONE_ALREADY.contains(answer.status())) {
            return new Answer(200, new byte[0], answer.headers());
        }
        if (answer.status() / 100 != 2) {
            throw new RefusedException(call, answer);
        }
        return answer;
    }

    /** Makes a call and gives back whatever it answers once the services are there. */
    public Answer send(Call call) {
        return trying(call, Optional::empty).last();
    }

    /**
     * @param inDoubt whether an earlier line broke, so that the call may have been heard
     */
    private record Tried(Answer last, boolean inDoubt) {}

    private Tried trying(Call call, Supplier<Optional<Answer>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        boolean inDoubt = false;
        while (true) {
            Answer answer = once(call);
            if (!passing(answer) || System.nanoTime() > end) {
                return new Tried(answer, inDoubt);
            }
            sleep(pause);
            pause = Duration.ofMillis(Math.min(2 * pause.toMillis(), LONGEST_PAUSE.toMillis()));
            inDoubt |= answer.status() != 404;
            Optional<Answer> there = answer.status() == 404 ? Optional.empty() : look.get();
            if (there.isPresent()) {
                return new Tried(there.get(), true);
            }
        }
    }

    /** Whether it may be another answer in a moment. */
    static boolean passing(Answer answer) {
        return answer.status() == 0
                || answer.status() >= 502 && answer.status() <= 504
                || answer.status() == 404 && answer.headers().containsKey("retry-after");
    }

    /** Asks once; status 0 if nothing came back. */
    protected Answer once(Call call) {
        try {
            HttpResponse<byte[]> response = http.send(request(call), BodyHandlers.ofByteArray());
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach(
                            (name, values) ->
                                    headers.put(
                                            name.toLowerCase(java.util.Locale.ROOT),
                                            values.getFirst()));
            return new Answer(response.statusCode(), response.body(), headers);
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e).getBytes(StandardCharsets.UTF_8), Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(call.path()))
                        .timeout(Duration.ofSeconds(60))
                        .method(call.method(), BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        if (call.person() != null) {
            String both = call.person() + ":" + people.getProperty(call.person() + ".password", "");
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(both.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    /** A moment, before one looks again. */
    static void pause() {
        sleep(FIRST_PAUSE.multipliedBy(2));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
