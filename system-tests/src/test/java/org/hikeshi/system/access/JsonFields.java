package org.hikeshi.system.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for fields that nobody asked for in a JSON body: at its top, and in every object and every
 * element of a list that lies within. Where those are, the refusals say themselves: they name the
 * fields that would be taken.
 */
final class JsonFields {
    /** Steps into a body; none that is asked for is deeper. */
    private static final int DEEPEST = 7;

    private static final String NOBODYS = Wishes.names().getFirst();

    /** What a body needs so that the rest of it is read. */
    private static final Map<String, String> AROUND =
            Map.of(
                    "ToldResource.tell", "{\"kind\":\"progress\"}",
                    "EnteredResource.enter", "{\"source\":\"desk\",\"receivedAt\":\"NOW\"}",
                    "AdvisoryResource.begin", "{\"kind\":\"SA\",\"caseId\":\"CASE\"}",
                    "RemediationsResource.register", "{\"kind\":\"fix\",\"caseId\":\"CASE\"}");

    /** Places that no refusal names: below the names of languages, and a list without a name. */
    private static final Map<String, List<String>> UNNAMED =
            Map.of(
                    "AdvisoryResource.begin", List.of("texts", "en"),
                    "AdvisoryResource.edit", List.of("texts", "en"),
                    "CustomerResource.json", List.of("0"));

    private final Set<String> taken = new TreeSet<>();
    private final Set<String> own = new TreeSet<>();
    private final Set<String> places = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();

    /** Sends bodies to one endpoint. */
    interface Sending {
        List<Reply> send(List<String> bodies) throws IOException;
    }

    /** Where a field was neither refused by its name nor one of the body's. */
    Set<String> taken() {
        return taken;
    }

    /** Fields of the house's own names that a body has by right. */
    Set<String> own() {
        return own;
    }

    /** Objects within a body into which fields were tried. */
    Set<String> places() {
        return places;
    }

    /** Values that nobody looked at: the state of the thing, or its revision, was refused first. */
    Set<String> unread() {
        return unread;
    }

    /**
     * @param caseId of the case that a body is about, where the body says it
     */
    void look(Endpoint endpoint, String caseId, Sending sending) throws IOException {
        JsonObject around =
                new JsonObject(
                        AROUND.getOrDefault(endpoint.where(), "{}")
                                .replace("NOW", Instant.now().toString())
                                .replace("CASE", caseId));
        look(endpoint, around, List.of(), sending);
        List<String> unnamed = UNNAMED.get(endpoint.where());
        if (unnamed != null) {
            look(endpoint, around, unnamed, sending);
        }
    }

    /**
     * @param place the names of fields, and 0 for the first of a list, that lead there
     */
    private void look(Endpoint endpoint, JsonObject around, List<String> place, Sending sending)
            throws IOException {
        List<String> bodies =
                Wishes.names().stream().map(wish -> body(around, place, Wishes.one(wish))).toList();
        List<Reply> replies = sending.send(bodies);
        Set<String> accepted = new TreeSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            String wish = Wishes.names().get(i);
            Reply reply = replies.get(i);
            if (!isNamed(reply, wish, accepted)) {
                if (accepted.contains(wish)) {
                    own.add(String.join("/", with(place, wish)) + " of " + endpoint.where());
                } else {
                    note(endpoint, with(place, wish), reply);
                }
            }
        }
        if (!place.isEmpty()) {
            places.add(String.join("/", place) + " of " + endpoint.where());
        }
        if (place.size() < DEEPEST) {
            deeper(endpoint, around, place, sending, accepted);
        }
    }

    /** Each field is given an object and a list of one: what is neither refuses both. */
    private void deeper(
            Endpoint endpoint,
            JsonObject around,
            List<String> place,
            Sending sending,
            Set<String> accepted)
            throws IOException {
        List<List<String>> within = new ArrayList<>();
        for (String field : accepted) {
            within.add(with(place, field));
            within.add(with(with(place, field), "0"));
        }
        List<Reply> replies =
                sending.send(
                        within.stream()
                                .map(one -> body(around, one, Wishes.one(NOBODYS)))
                                .toList());
        for (int i = 0; i < within.size(); i++) {
            List<String> one = within.get(i);
            if (isNamed(replies.get(i), NOBODYS, new TreeSet<>())) {
                look(endpoint, around, one, sending);
            } else if (Set.of(409, 412).contains(replies.get(i).status())) {
                unread.add(String.join("/", one) + " of " + endpoint.where());
            } else if (!isRefused(replies.get(i), one)) {
                note(endpoint, with(one, NOBODYS), replies.get(i));
            }
        }
    }

    private void note(Endpoint endpoint, List<String> place, Reply reply) {
        taken.add(
                endpoint
                        + " "
                        + String.join("/", place)
                        + ": "
                        + reply.status()
                        + " "
                        + reply.text());
    }

    private static List<String> with(List<String> place, String step) {
        List<String> longer = new ArrayList<>(place);
        longer.add(step);
        return longer;
    }

    private static String body(JsonObject around, List<String> place, JsonObject said) {
        Object body = said;
        for (String step : place.reversed()) {
            body = step.equals("0") ? new JsonArray().add(body) : new JsonObject().put(step, body);
        }
        return body instanceof JsonObject whole
                ? around.copy().mergeIn(whole).encode()
                : String.valueOf(body);
    }

    /** Whether it is refused by its name; what the place has instead is collected. */
    private static boolean isNamed(Reply reply, String wish, Set<String> accepted) {
        boolean named = false;
        for (JsonObject error : errors(reply)) {
            if (error.getString("pointer", "").endsWith("/" + wish)
                    && error.getString("code", "").equals("unknown-field")) {
                named = true;
                error.getJsonArray("accepted", new JsonArray())
                        .forEach(field -> accepted.add(String.valueOf(field)));
            }
        }
        return named;
    }

    /** Whether the value was told to be none, itself or the name in it; or the body no JSON. */
    private static boolean isRefused(Reply reply, List<String> place) {
        String field = place.getLast().equals("0") ? place.get(place.size() - 2) : place.getLast();
        return reply.status() == 400
                || errors(reply).stream()
                        .map(error -> error.getString("pointer", ""))
                        .map(pointer -> pointer.replaceFirst("/" + NOBODYS + "$", ""))
                        .map(pointer -> pointer.replaceFirst("/0$", ""))
                        .anyMatch(pointer -> pointer.endsWith("/" + field));
    }

    private static List<JsonObject> errors(Reply reply) {
        if (reply.status() != 422) {
            return List.of();
        }
        try {
            JsonArray errors = new JsonObject(reply.text()).getJsonArray("errors", new JsonArray());
            return errors.stream().map(JsonObject.class::cast).toList();
        } catch (DecodeException noProblem) {
            return List.of();
        }
    }
}
