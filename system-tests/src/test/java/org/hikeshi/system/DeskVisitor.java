package org.hikeshi.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One of the desk's people, signed in by the trial's switch. */
record DeskVisitor(RunningSystem system, String person, String session) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NAVIGATION = Pattern.compile("(?s)<nav.*?</nav>");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#?]*)[^\"]*\"");

    /** Becomes that person with one press on {@code /trial}. */
    static DeskVisitor as(RunningSystem system, String person) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(system.origin().resolve("/trial/as/" + person))
                        .header("Authorization", basic(system, "it-operations"))
                        .POST(BodyPublishers.noBody())
                        .build();
        String cookie =
                HTTP.send(request, BodyHandlers.discarding())
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow();
        return new DeskVisitor(system, person, cookie.replaceFirst(";.*", ""));
    }

    static String basic(RunningSystem system, String person) throws IOException {
        byte[] both = (person + ":" + system.password(person)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    HttpResponse<String> get(String path) throws Exception {
        URI address = system.origin().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address).header("Cookie", session).build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    /** The desk's main pages that this person is shown. */
    List<String> navigation() throws Exception {
        String desk = get("/desk").body();
        String shown =
                NAVIGATION.matcher(desk).results().map(MatchResult::group).findFirst().orElse("");
        return links(shown);
    }

    private static List<String> links(String html) {
        return LINK.matcher(html).results().map(link -> link.group(1)).distinct().toList();
    }
}
