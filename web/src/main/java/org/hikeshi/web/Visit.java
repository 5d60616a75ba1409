package org.hikeshi.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/**
 * The present request as pages see it: in which language we speak, and the frame of a page.
 *
 * <p>The language is, in this order: the visitor's choice ({@code ?lang=}, then the cookie), the
 * language of the case ({@link #caseSpeaks}), {@code Accept-Language}, the policy's first.
 */
@RequestScoped
public class Visit {

    /** Attribute of an identity: what its own pages call the person. */
    public static final String SHOWN_NAME = "shown-name";

    static final String COOKIE = "lang";

    private static final long A_YEAR_IN_SECONDS = 31_536_000;

    private final RoutingContext request;
    private final Words words;
    private final Look look;
    private final Origin origin;
    private final Instance<CurrentIdentityAssociation> identity;
    private Optional<Language> ofTheCase = Optional.empty();

    Visit(
            RoutingContext request,
            Words words,
            Look look,
            Origin origin,
            Instance<CurrentIdentityAssociation> identity) {
        this.request = request;
        this.words = words;
        this.look = look;
        this.origin = origin;
        this.identity = identity;
    }

    public Language language() {
        return choice(request)
                .or(() -> ofTheCase)
                .or(() -> accepted(request))
                .orElseGet(() -> look.desk().firstLanguage());
    }

    /** The language of the report or case shown; stands behind the visitor's own choice. */
    public void caseSpeaks(Language language) {
        ofTheCase = Optional.of(language);
    }

    /**
     * The visitor chose a language in a form (the switch that keeps input): remembered by cookie.
     */
    public void choose(Language language) {
        request.put(COOKIE, language);
        remember(request, language, origin);
    }

    /** The frame of a page; {@code titleKey} is a key of {@link Words}. */
    public Page page(String titleKey, Object... arguments) {
        Language language = language();
        Page page =
                new Page(
                        words,
                        language,
                        look,
                        words.say(language, titleKey, arguments),
                        request.request().path(),
                        "",
                        Page.Audience.PUBLIC,
                        false,
                        false,
                        this::who);
        return fetchedAsPanel() ? page.asFragment() : page;
    }

    /** Who is signed in; on pages that only staff may open, nobody is nobody. */
    public SignedIn who() {
        if (!identity.isResolvable()) {
            return SignedIn.NOBODY;
        }
        SecurityIdentity known = identity.get().getIdentity();
        return known.isAnonymous()
                ? SignedIn.NOBODY
                : new SignedIn(known.getPrincipal().getName(), known.getRoles(), shown(known));
    }

    private static String shown(SecurityIdentity known) {
        String name = known.getAttribute(SHOWN_NAME);
        return name == null ? known.getPrincipal().getName() : name;
    }

    /** Whether a page of the desk fetched this one by htmx into its own frame. */
    public boolean fetchedAsPanel() {
        return "true".equals(request.request().getHeader("HX-Request"))
                && !"true".equals(request.request().getHeader("HX-Boosted"));
    }

    /** What the visitor chose by form or link now or by cookie before. */
    public static Optional<Language> choice(RoutingContext request) {
        return Optional.ofNullable(request.<Language>get(COOKIE))
                .or(() -> asked(request))
                .or(
                        () ->
                                Optional.ofNullable(request.request().getCookie(COOKIE))
                                        .flatMap(cookie -> Language.of(cookie.getValue())));
    }

    /** The choice made with this very request. */
    public static Optional<Language> asked(RoutingContext request) {
        return Optional.ofNullable(request.request().getParam("lang")).flatMap(Language::of);
    }

    public static Optional<Language> accepted(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Accept-Language"))
                .flatMap(Language::accepted);
    }

    /** Sets the cookie that remembers a choice for a year. */
    public static void remember(RoutingContext request, Language language, Origin origin) {
        request.response()
                .addCookie(
                        Cookie.cookie(COOKIE, language.tag())
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(origin.https())
                                .setSameSite(CookieSameSite.LAX)
                                .setMaxAge(A_YEAR_IN_SECONDS));
    }
}
