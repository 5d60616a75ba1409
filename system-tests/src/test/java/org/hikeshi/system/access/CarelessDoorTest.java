package org.hikeshi.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Controls of what judges the running system: a server that refuses an address as it is written and
 * lets in whoever writes it otherwise, and thinks longer about what there is, is found.
 */
class CarelessDoorTest {
    private static final String OWN = "1d1f1b43-0ba4-4c0f-8b0e-6cf0d8f0d001";
    private static final String FOREIGN = "1d1f1b43-0ba4-4c0f-8b0e-6cf0d8f0d002";
    private static final String FILE = "1d1f1b43-0ba4-4c0f-8b0e-6cf0d8f0d003";
    private static final Set<String> ROLES = Set.copyOf(Endpoint.ROLES);
    private static final AccessTable ONE =
            new AccessTable(
                    List.of(
                            new Endpoint(
                                    "triage",
                                    "GET",
                                    "/api/v1/cases/{caseId}",
                                    "CASE",
                                    ROLES,
                                    ROLES,
                                    Set.of(),
                                    List.of(),
                                    "here")),
                    List.of());

    private static final Endpoint FILES =
            new Endpoint(
                    "intake",
                    "GET",
                    "/desk/reports/{reportId}/files/{file}",
                    "CASE",
                    ROLES,
                    ROLES,
                    Set.of(),
                    List.of(),
                    "ReportDeskPages.file");

    private final Knocking knocking =
            new Knocking(
                    new Things(
                            Map.of("case", OWN, "report", OWN, "file", OWN),
                            Map.of("case", FOREIGN, "report", FOREIGN, "file", FILE),
                            Map.of()),
                    Map.of(),
                    "localhost");
    private HttpServer server;
    private Map<String, Integer> ports;

    @BeforeEach
    void opens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", CarelessDoorTest::answer);
        server.start();
        int port = server.getAddress().getPort();
        ports = Map.of("triage", port, "intake", port, "another", 1);
    }

    @AfterEach
    void closes() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            boolean there = target.endsWith(OWN) || target.endsWith(FILE);
            boolean nothing = target.startsWith("/desk/") && !there;
            boolean plain = nothing || target.matches("/api/v1/cases/[0-9a-f-]+");
            boolean overridden = exchange.getRequestHeaders().containsKey("X-HTTP-Method-Override");
            if (target.endsWith(FOREIGN)) {
                LockSupport.parkNanos(5_000_000);
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(plain && !overridden ? 404 : 200, -1);
        }
    }

    @Test
    void whoeverIsLetInByAnotherAddressIsFound() throws IOException {
        Confusions confusions =
                new Confusions(knocking, ports, Map.of(), new Choice(1, 3)).run(ONE, "triage");
        for (String confusion :
                List.of(
                        "door ;x",
                        "door %3Bx",
                        "door //",
                        "door /./",
                        "door %2e",
                        "door %2F",
                        "door %5C",
                        "door %20",
                        "CASE",
                        "trailing /",
                        "trailing .",
                        "overriding header",
                        "overriding query")) {
            assertThat(confusions.deviations()).anyMatch(one -> one.contains(confusion + " as"));
        }
    }

    @Test
    void whoeverLooksForAFileByItsIdAloneIsFound() throws IOException {
        Matrix matrix = new Matrix(knocking, ports).run(ONE.just(FILES), "intake");
        for (String found : List.of("FOREIGN", "SMUGGLED", "ASTRAY")) {
            assertThat(matrix.deviations())
                    .anyMatch(one -> one.contains("as qa, " + found + ": expected the common"));
        }
        assertThat(matrix.deviations())
                .noneMatch(one -> one.contains("as qa, OWN: expected"))
                .noneMatch(one -> one.contains("as qa, VACANT: expected"))
                .noneMatch(one -> one.contains("as qa, UNKNOWN: expected"));
    }

    @Test
    void whatTakesLongerBecauseItIsThereIsFound() throws IOException {
        assertThat(new Timing(knocking, ports).run(ONE).odd()).hasSize(1);
    }
}
