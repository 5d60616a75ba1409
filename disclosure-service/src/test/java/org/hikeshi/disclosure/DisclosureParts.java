package org.hikeshi.disclosure;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.openpgp.DeskCertificate;
import org.hikeshi.trust.openpgp.DeskKeyFiles;
import org.jspecify.annotations.Nullable;

/**
 * What this service needs beside the common parts: people, the desk's key, an intake that knows
 * credits.
 */
public class DisclosureParts implements QuarkusTestResourceLifecycleManager {
    static final List<String> PEOPLE =
            List.of(
                    "ciso",
                    "security-office",
                    "security-office-2",
                    "developer",
                    "developer-2",
                    "qa",
                    "supply-chain",
                    "communications",
                    "legal",
                    "it-operations",
                    "auditor");

    /** Under {@code hikeshi.intake-url}: after PUT intake answers nothing, until DELETE. */
    static final String AWAY = "/away";

    /** The reporter of every case wishes to be named so. */
    public static final String CREDIT = "A. Finder, Example University";

    private @Nullable HttpServer intake;
    private volatile boolean away;

    @Override
    public Map<String, String> start() {
        try {
            Path folder =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target")), "disclosure");
            StringBuilder people = new StringBuilder();
            PEOPLE.forEach(
                    p -> people.append(p).append(".password=").append(password(p)).append('\n'));
            Files.writeString(folder.resolve("people.properties"), people);
            var keys =
                    new DeskKeyFiles(
                            folder.resolve("primary.asc"),
                            folder.resolve("intake.asc"),
                            folder.resolve("notifier.asc"),
                            folder.resolve("disclosure.asc"),
                            folder.resolve("certificate.asc"));
            DeskCertificate.create(
                    keys, "Example Devices <security@example.com>", Instant.now().minusSeconds(60));
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            intake = server;
            server.createContext(
                    "/internal/cases/",
                    exchange -> {
                        if (away) {
                            exchange.sendResponseHeaders(503, -1);
                            return;
                        }
                        byte[] answer =
                                "{\"credits\":[{\"reportId\":\"r\",\"wish\":\"named\",\"creditAs\":\"%s\"}]}"
                                        .formatted(CREDIT)
                                        .getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
            server.createContext(
                    AWAY,
                    exchange -> {
                        away = exchange.getRequestMethod().equals("PUT");
                        exchange.sendResponseHeaders(204, -1);
                    });
            server.start();
            SessionSeal.create(folder.resolve("session.key"));
            return Map.of(
                    "hikeshi.session-key", folder.resolve("session.key").toString(),
                    "hikeshi.people", folder.resolve("people.properties").toString(),
                    "hikeshi.openpgp-key", keys.disclosure().toString(),
                    "hikeshi.openpgp-certificate", keys.certificate().toString(),
                    "hikeshi.site", folder.resolve("site").toString(),
                    "hikeshi.intake-url", "http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The cookie of a person who signed in. */
    static String session(String person) {
        Path key =
                Path.of(ConfigProvider.getConfig().getValue("hikeshi.session-key", String.class));
        Instant now = Instant.now();
        return SessionSeal.read(key).seal(new SessionSeal.Session(person, now, now));
    }

    static String password(String person) {
        return "of-" + person;
    }

    @Override
    public void stop() {
        if (intake != null) {
            intake.stop(0);
        }
    }
}
