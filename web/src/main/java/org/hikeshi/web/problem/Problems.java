package org.hikeshi.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.web.Language;
import org.hikeshi.web.Look;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Page;
import org.hikeshi.web.SignedIn;
import org.hikeshi.web.Visit;
import org.hikeshi.web.Words;
import org.jspecify.annotations.Nullable;

/** Answers with a refusal: a problem document for programs, the common plain page for people. */
@ApplicationScoped
public class Problems {

    private static final int RETRY_AFTER_SECONDS = 60;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Words words;
    private final Look look;
    private final ObjectMapper json;
    private final OfferedMethods offered;
    private final @Nullable String documentation;
    private final String scheme;

    Problems(
            Words words,
            Look look,
            ObjectMapper json,
            OfferedMethods offered,
            Origin origin,
            @ConfigProperty(name = "hikeshi.oidc.server") Optional<String> provider,
            @ConfigProperty(name = "quarkus.smallrye-openapi.path") Optional<String> description) {
        this.words = words;
        this.look = look;
        this.json = json;
        this.offered = offered;
        this.documentation = description.map(origin::link).orElse(null);
        this.scheme =
                provider.isPresent()
                        ? "Bearer realm=\"hikeshi\""
                        : "Basic realm=\"hikeshi\", charset=\"UTF-8\"";
    }

    /** Where a page that needs a person leads to; empty where a refusal must be told instead. */
    private static Optional<String> signIn(RoutingContext request, Problem problem) {
        HttpServerRequest asked = request.request();
        boolean page =
                problem.status() == 401
                        && problem.code().startsWith("sign-in")
                        && !forPrograms(request)
                        && !asked.path().startsWith("/sign-in/")
                        && asked.method().equals(HttpMethod.GET)
                        && asked.getHeader("HX-Request") == null;
        return page
                ? Optional.of(
                        "/sign-in?to=" + URLEncoder.encode(asked.uri(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The answer of a resource; a document under the API paths, else the plain page. */
    public Response answer(RoutingContext request, Problem problem) {
        return answer(request, problem, null);
    }

    Response answer(RoutingContext request, Problem problem, @Nullable String incident) {
        Optional<String> form = signIn(request, problem);
        if (form.isPresent()) {
            return Response.status(303).header(HttpHeaders.LOCATION, form.get()).build();
        }
        Response.ResponseBuilder response =
                Response.status(problem.status())
                        .type(mediaType(request))
                        .header(HttpHeaders.CONTENT_LANGUAGE, language(request).tag())
                        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                        .entity(body(request, problem, incident));
        if (problem.status() == 401 && forPrograms(request)) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, scheme);
        }
        if (problem.status() == METHOD_NOT_ALLOWED) {
            response.header(HttpHeaders.ALLOW, offered.allow(request.request().path()));
        }
        if (problem.status() == 429) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (problem.status() == 404) {
            // What it is about may not have been heard of yet.
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return response.build();
    }

    /** Ends a request that never reached a resource. */
    public void end(RoutingContext request, Problem problem) {
        end(request, problem, null);
    }

    /** Ends a request that failed outside any resource, as the same failure inside one would. */
    public void endFailed(RoutingContext request) {
        Throwable failure = request.failure();
        Optional<Problem> refusal =
                failure == null
                        ? Refusals.ofStatus(request.statusCode())
                        : Refusals.of(failure).or(() -> Refusals.ofStatus(request.statusCode()));
        if (refusal.isPresent()) {
            end(request, refusal.get(), null);
        } else {
            String incident = failure == null ? null : Incident.log(failure);
            end(request, Problem.of(500, "unforeseen"), incident);
        }
    }

    private void end(RoutingContext request, Problem problem, @Nullable String incident) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Optional<String> form = signIn(request, problem);
        if (form.isPresent()) {
            request.response().setStatusCode(303).putHeader("Location", form.get()).end();
            return;
        }
        if (problem.status() == METHOD_NOT_ALLOWED) {
            request.response().putHeader("Allow", offered.allow(request.request().path()));
        }
        if (problem.status() == 404) {
            request.response().putHeader("Retry-After", "1");
        }
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", mediaType(request))
                .putHeader("Content-Language", language(request).tag())
                .putHeader("Vary", "Accept-Language, Cookie")
                .end(Buffer.buffer(body(request, problem, incident)));
    }

    private byte[] body(RoutingContext request, Problem problem, @Nullable String incident) {
        if (!forPrograms(request)) {
            return page(request, problem, incident).getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(
                    ProblemDocument.of(
                            problem,
                            words,
                            language(request),
                            incident,
                            request.request().path().startsWith("/api/") ? documentation : null));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem document is plain text", impossible);
        }
    }

    /** Gives a form back, sealed, to somebody whose session is over. */
    public Response keeping(RoutingContext request, String closed) {
        Page page = frame(request, "kept-form.title").keeping("kept");
        return Response.status(401)
                .type(mediaType(request))
                .header(HttpHeaders.CONTENT_LANGUAGE, language(request).tag())
                .entity(ProblemPages.keptForm(page, closed).render())
                .build();
    }

    private String page(RoutingContext request, Problem problem, @Nullable String incident) {
        String key = "problem." + problem.code();
        Page page = frame(request, key);
        String more = words.knows(key + ".more") ? words.say(language(request), key + ".more") : "";
        return ProblemPages.problem(page, more, incident == null ? "" : incident).render();
    }

    private Page frame(RoutingContext request, String title) {
        Language language = language(request);
        return new Page(
                words,
                language,
                look,
                words.say(language, title),
                "",
                "",
                Page.Audience.PUBLIC,
                false,
                false,
                () -> SignedIn.NOBODY);
    }

    private Language language(RoutingContext request) {
        return (forPrograms(request) ? Visit.accepted(request) : Visit.choice(request))
                .or(() -> Visit.accepted(request))
                .orElseGet(() -> look.desk().firstLanguage());
    }

    private static String mediaType(RoutingContext request) {
        return forPrograms(request) ? ProblemDocument.MEDIA_TYPE : "text/html;charset=UTF-8";
    }

    /** Whether a program asked: everything under the API, device and internal paths. */
    public static boolean forPrograms(RoutingContext request) {
        String path = request.request().path();
        return path != null
                && (path.startsWith("/api/")
                        || path.equals("/api")
                        || path.startsWith("/internal/")
                        || path.startsWith("/ota/"));
    }
}
