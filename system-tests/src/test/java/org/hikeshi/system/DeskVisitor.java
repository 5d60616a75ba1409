package org.hikeshi.system;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One of the desk's people, signed in by the trial's switch, walking through the desk's pages. */
record DeskVisitor(RunningSystem system, String person, String session) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern NAVIGATION = Pattern.compile("(?s)<nav.*?</nav>");
    private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/[^\"#?]*)[^\"]*\"");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"(/[^\"?]*)");
    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}|C-\\d{4}-\\d+|R(-[0-9A-Z]{1,4}){3}|EG-\\d+[-\\d]*"
                            + "|[A-Z]{2,}-S[AN]-[0-9A-Z-]+");
    private static final List<String> STARTS =
            List.of(
                    "/desk",
                    "/desk/cases",
                    "/desk/reports",
                    "/desk/releases",
                    "/desk/products",
                    "/desk/devices",
                    "/desk/campaigns",
                    "/desk/advisories",
                    "/desk/mail",
                    "/desk/customers",
                    "/desk/operations");
    private static final int MOST = 80;

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
        String desk = get(STARTS.getFirst()).body();
        String shown =
                NAVIGATION.matcher(desk).results().map(MatchResult::group).findFirst().orElse("");
        return links(shown);
    }

    /**
     * Every page of the desk that can be reached by links, one of each kind. A kind is an address
     * without ids together with the forms that this person is offered there.
     *
     * @return by its kind the address
     */
    Map<String, String> everyKindOfPage() throws Exception {
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> addresses = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(STARTS);
        while (!open.isEmpty() && kinds.size() < MOST) {
            String path = open.removeFirst();
            if (!path.startsWith("/desk") || !addresses.add(general(path))) {
                continue;
            }
            HttpResponse<String> answer = get(path);
            boolean page =
                    answer.headers()
                            .firstValue("Content-Type")
                            .filter(type -> type.startsWith("text/html"))
                            .isPresent();
            if (page && answer.statusCode() == 200) {
                kinds.put(kind(path, answer.body()), path);
                open.addAll(links(answer.body()));
            }
        }
        return kinds;
    }

    /** Signs a browser in as this person. */
    void enter(BrowserContext browser, String language) {
        String origin = system.origin().toString();
        String[] cookie = session.split("=", 2);
        browser.addCookies(
                List.of(
                        new Cookie(cookie[0], cookie[1]).setUrl(origin),
                        new Cookie("lang", language).setUrl(origin)));
    }

    private static String kind(String path, String html) {
        Set<String> offered = new TreeSet<>();
        ACTION.matcher(html).results().forEach(form -> offered.add(general(form.group(1))));
        offered.remove("/sign-out");
        return general(path) + " " + offered;
    }

    private static String general(String path) {
        return ID.matcher(path).replaceAll("*");
    }

    private static List<String> links(String html) {
        return LINK.matcher(html).results().map(link -> link.group(1)).distinct().toList();
    }
}
