package org.hikeshi.launcher.origin;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The common look: style sheets of the {@code web} module's jar under an address that never changes
 * its content, and the frame of a page.
 */
public final class Look {
    private static final Map<String, String> FILES =
            Map.of(
                    "tokens.css",
                    "text/css",
                    "hikeshi.css",
                    "text/css",
                    "icon.svg",
                    "image/svg+xml");

    private static final Template FRAME = Template.named("frame");

    private final Map<String, Buffer> files = new TreeMap<>();
    private final String root;

    public Look() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : new java.util.TreeSet<>(FILES.keySet())) {
                try (var in = Look.class.getResourceAsStream("/hikeshi-assets/" + name)) {
                    byte[] bytes = java.util.Objects.requireNonNull(in, name).readAllBytes();
                    digest.update(bytes);
                    files.put(name, Buffer.buffer(bytes));
                }
            }
            root = "/assets/launcher/" + HexFormat.of().formatHex(digest.digest(), 0, 8) + "/";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Serves a style sheet or the icon; false if the path is none of them. */
    boolean serve(Visit visit) {
        String path = visit.request().path();
        if (path == null || !path.startsWith(root)) {
            return false;
        }
        String name = path.substring(root.length());
        Optional<Buffer> file = Optional.ofNullable(files.get(name));
        file.ifPresent(
                bytes -> {
                    visit.request()
                            .response()
                            .putHeader("Cache-Control", "public, max-age=31536000, immutable");
                    visit.response(200, FILES.getOrDefault(name, "text/plain")).end(bytes);
                });
        return file.isPresent();
    }

    /** A whole page; {@code main} is HTML already. */
    public String page(Tongue tongue, String title, String main) {
        return FRAME.with(
                Map.ofEntries(
                        Map.entry("tag", tongue.tag()),
                        Map.entry("title", text(title)),
                        Map.entry("assets", root),
                        Map.entry("skip", tongue.say("Skip to the main content", "本文へ")),
                        Map.entry(
                                "banner",
                                tongue.say("Trial workspace: invented data", "試用環境・架空のデータ")),
                        Map.entry("nav", tongue.say("Main pages", "主なページ")),
                        Map.entry("start", tongue.say("Start page", "試用のはじめ")),
                        Map.entry("mailbox", tongue.say("Mailbox", "ローカル受信箱")),
                        Map.entry("report", tongue.say("Report", "報告する")),
                        Map.entry("other", tongue.other().tag()),
                        Map.entry("otherName", tongue.other().say("English", "日本語")),
                        Map.entry("main", main)));
    }

    /** Foreign text made harmless for HTML content and quoted attributes. */
    public static String text(String foreign) {
        return foreign.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
