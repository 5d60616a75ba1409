package org.hikeshi.launcher.origin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The language of a page: {@code ?lang=}, the cookie that the services set too, {@code
 * Accept-Language}, else Japanese.
 */
public enum Tongue {
    JA,
    EN;

    /** Both words at once; the page takes its own. */
    public String say(String english, String japanese) {
        return this == JA ? japanese : english;
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Tongue other() {
        return this == JA ? EN : JA;
    }

    static Tongue of(HttpServerRequest request) {
        Cookie cookie = request.getCookie("lang");
        return tag(request.getParam("lang"))
                .or(() -> tag(cookie == null ? null : cookie.getValue()))
                .or(() -> accepted(request.getHeader("Accept-Language")))
                .orElse(JA);
    }

    private static Optional<Tongue> tag(@org.jspecify.annotations.Nullable String tag) {
        return switch (tag == null ? "" : tag) {
            case "ja" -> Optional.of(JA);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }

    private static Optional<Tongue> accepted(@org.jspecify.annotations.Nullable String header) {
        if (header == null || header.length() > 500) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(
                            range ->
                                    tag(List.of(range.getRange().split("-", 2)).getFirst())
                                            .stream())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
