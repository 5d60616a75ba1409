package org.hikeshi.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound page passes; one defect makes its check, and so the test of any real page, go red. */
class PageChecksIT {

    private static final String GOOD =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Report – Example Devices product security desk</title>
            <link rel="stylesheet" href="/good.css"></head>
            <body><main><h1>Report a vulnerability</h1>
            <p>A person answers by Fri 4 Dec 2026, at the latest Mon 7 Dec 2026, 17:30 JST (08:30 UTC).</p>
            <p>Reported as <bdi lang="ja">管理画面</bdi>. <a href="?lang=ja" lang="ja">日本語</a></p>
            <form method="post" action="/report"><label for="t">What happens?</label>
            <input id="t" name="t"> <button class="primary">Send</button></form>
            </main></body></html>
            """;
    private static final String CSS =
            "body{margin:1rem;line-height:1.7} input,button{min-height:44px} a{display:inline-block;min-height:44px}";

    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();
    private static HttpServer server;
    private static Chromium chromium;

    record Defect(String check, String from, String to) {}

    static List<Defect> defects() {
        return List.of(
                new Defect("inline", "<h1>", "<h1 style=\"color:red\">"),
                new Defect("inline", "<h1>", "<h1 onclick=\"x()\">"),
                new Defect("inline", "</main>", "<script>var a = 1;</script></main>"),
                new Defect("inline", "href=\"?lang=ja\"", "href=\"javascript:x()\""),
                new Defect(
                        "foreign-source",
                        "</main>",
                        "<img alt=\"\" src=\"http://cdn.example/x.png\"></main>"),
                new Defect("one-h1", "</main>", "<h1>Again</h1></main>"),
                new Defect("one-h1", "<h1>Report a vulnerability</h1>", ""),
                new Defect(
                        "one-primary",
                        "</form>",
                        "<button class=\"primary\">Other</button></form>"),
                new Defect("one-primary", " class=\"primary\"", ""),
                new Defect("language", "<html lang=\"en\">", "<html lang=\"ja\">"),
                new Defect("japanese-in-english", "What happens?", "何が起きますか"),
                new Defect("japanese-in-english", "<input id", "<input title=\"名前\" id"),
                new Defect("words-missing", "What happens?", "report.title"),
                new Defect("date-weekday", "Fri 4 Dec", "4 Dec"),
                new Defect("date-weekday", "by Fri 4 Dec 2026", "<span>12月4日</span>"),
                new Defect("date-form", "by Fri 4 Dec 2026", "by 12/4/26"),
                new Defect("date-form", "by Fri 4 Dec 2026", "by 2026-12-04"),
                new Defect("time-zone", "17:30 JST (08:30 UTC)", "17:30"),
                new Defect("title", "Report – ", "Report "),
                new Defect("secret", "<title>Report", "<title>planted-word Report"),
                new Defect("axe", "<label for=\"t\">What happens?</label>", ""),
                new Defect("axe", "<h1>", "<img src=\"/x.png\"><h1>"),
                new Defect(
                        "target-size",
                        "<input id",
                        "<button type=\"button\" class=\"small\">i</button> <input id"),
                new Defect(
                        "width-320",
                        "</main>",
                        "<table class=\"fixed\"><tr><td>wide</td></tr></table></main>"),
                new Defect(
                        "zoom-200",
                        "</main>",
                        "<table class=\"fixed\"><tr><td>wide</td></tr></table></main>"),
                new Defect("print", "</main>", "<p class=\"long\">long</p></main>"),
                new Defect("storage", "</main>", "<script src=\"/store.js\"></script></main>"),
                new Defect(
                        "scripts-off",
                        "</main>",
                        "<script defer src=\"/more.js\"></script></main>"),
                new Defect(
                        "content-security-policy",
                        "</main>",
                        "<script>var b = 1;</script></main>"));
    }

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.orSkip();
        PAGES.put(
                "/good.css",
                CSS
                        + " button.small{min-height:20px;height:20px} table.fixed td{width:900px;min-width:900px}"
                        + " p.long{height:4000px}");
        PAGES.put("/store.js", "localStorage.setItem('draft', 'x')");
        PAGES.put(
                "/more.js",
                "document.querySelector('main').insertAdjacentHTML('beforeend', '<a href=\"/x\">more</a>')");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String path = exchange.getRequestURI().getPath();
                    byte[] body = PAGES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
                    String type =
                            path.endsWith(".css")
                                    ? "text/css"
                                    : path.endsWith(".js")
                                            ? "text/javascript"
                                            : "text/html;charset=utf-8";
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.getResponseHeaders()
                            .set(
                                    "Content-Security-Policy",
                                    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'");
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop(0);
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static List<Finding> check(String path, String html) {
        PAGES.put(path, html);
        String address = "http://localhost:" + server.getAddress().getPort() + path;
        return new PageChecks(chromium)
                .check(PageState.at(address, "en").withSecrets(Set.of("planted-word")));
    }

    @Test
    void aSoundPageIsGreen() {
        assertThat(check("/good", GOOD)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void oneDefectMakesItsCheckRed(Defect defect) {
        assertThat(GOOD).contains(defect.from());

        List<Finding> found = check("/bad", GOOD.replace(defect.from(), defect.to()));

        assertThat(found).extracting(Finding::check).contains(defect.check());
    }
}
