package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hikeshi.launcher.demo.Door.Call;

/**
 * A person of the house in a browser: pages know them by their session, not by HTTP Basic.
 *
 * @param cookie as the browser sends it back
 */
record DeskSession(String cookie) {

    static DeskSession begin(URI origin, Properties people, String person) {
        String password = Objects.requireNonNull(people.getProperty(person + ".password"), person);
        String form = "name=" + person + "&password=" + URLEncoder.encode(password, UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(origin.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (HttpClient browser =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
            return answer.headers().allValues("set-cookie").stream()
                    .filter(cookie -> cookie.startsWith("hikeshi-session="))
                    .map(cookie -> new DeskSession(cookie.split(";", 2)[0]))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("signing in: " + answer.statusCode()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Call get(String path, String language) {
        return new Call(
                null,
                "GET",
                path,
                new byte[0],
                Map.of("Accept", "text/html", "Accept-Language", language, "Cookie", cookie));
    }
}
