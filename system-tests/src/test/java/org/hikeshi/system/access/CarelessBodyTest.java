package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hikeshi.trust.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Controls of what tries fields that nobody asked for: a server that names them at the top of a
 * body and drops them in the elements of a list, and one that lets a form or an address decide more
 * than it should, are found.
 */
class CarelessBodyTest {
    private static final String OWN = "1d1f1b43-0ba4-4c0f-8b0e-6cf0d8f0d001";

    private HttpServer server;

    /** What is another each time is masked, what was wished for is not. */
    @Test
    void aWishThatCameTrueIsSeenThroughTheMask() {
        for (String wish : List.of("id", "receivedAt", "__unknown")) {
            String stored = new JsonObject().put(wish, Wishes.one(wish).getValue(wish)).encode();
            assertThat(Wishes.cameTrueIn(WholeRequests.lasting(stored))).as(wish).isTrue();
            String list = "{\"items\":[" + stored + "]}";
            assertThat(Wishes.cameTrueIn(WholeRequests.lasting(list))).as(wish).isTrue();
        }
        String others = "{\"id\":\"%s\",\"receivedAt\":\"2026-01-01T00:00:00Z\"}".formatted(OWN);
        assertThat(Wishes.cameTrueIn(WholeRequests.lasting(others))).isFalse();
    }

    @BeforeEach
    void opens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/list", exchange -> answer(exchange, CarelessBodyTest::dropping));
        server.createContext("/form", exchange -> answer(exchange, CarelessBodyTest::obeying));
        server.createContext(
                "/address", exchange -> answer(exchange, body -> refusal("/x", "bad")));
        server.start();
    }

    @AfterEach
    void closes() {
        server.stop(0);
    }

    private interface Answering {
        String to(String body);
    }

    private static void answer(HttpExchange exchange, Answering answering) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean obeys =
                    exchange.getRequestURI().toString().matches("/address/.*[?].*role=ciso.*");
            byte[] answer = (obeys ? "" : answering.to(body)).getBytes(UTF_8);
            exchange.sendResponseHeaders(
                    answer.length == 0 ? 204 : 422, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Empty if it is taken. */
    private static String dropping(String body) {
        JsonObject said = new JsonObject(body.isEmpty() ? "{}" : body);
        if (said.getValue("members") instanceof JsonArray) {
            return "";
        }
        String name = said.fieldNames().stream().findFirst().orElse("members");
        return name.equals("members")
                ? refusal("/members", "wrong-type")
                : refusal("/" + name, "unknown-field");
    }

    private static String obeying(String body) {
        return body.contains("approved=true") ? "" : refusal("/x", "required");
    }

    private static String refusal(String pointer, String code) {
        JsonObject error =
                new JsonObject()
                        .put("pointer", pointer)
                        .put("code", code)
                        .put("accepted", new JsonArray().add("members"));
        return new JsonObject().put("errors", new JsonArray().add(error)).encode();
    }

    private Set<String> deviations(String path, String type) throws IOException {
        Set<String> roles = Set.copyOf(Endpoint.ROLES);
        Endpoint one =
                new Endpoint(
                        "triage",
                        "POST",
                        path + "/{caseId}",
                        "CASE",
                        roles,
                        roles,
                        Set.of(),
                        List.of(type),
                        "here");
        Things things = new Things(Map.of("case", OWN), Map.of("case", OWN), Map.of());
        return new MassAssignment(
                        new Knocking(things, Map.of(), "localhost"),
                        Map.of("triage", server.getAddress().getPort()),
                        Map.of(),
                        new TokenForge(Map.of(), SigningKey.generate("nobody-1")))
                .run(new AccessTable(List.of(one), List.of()), "triage")
                .deviations();
    }

    @Test
    void whatIsDroppedInAListIsFound() throws IOException {
        assertThat(deviations("/list", "application/json"))
                .singleElement()
                .asString()
                .contains("members/0/__unknown: 204");
    }

    @Test
    void aFormThatDecidesMoreIsFound() throws IOException {
        assertThat(deviations("/form", "application/x-www-form-urlencoded"))
                .singleElement()
                .asString()
                .contains("form: 422");
    }

    @Test
    void anAddressThatDecidesMoreIsFound() throws IOException {
        assertThat(deviations("/address", "application/x-www-form-urlencoded"))
                .singleElement()
                .asString()
                .contains("address: 422");
    }
}
