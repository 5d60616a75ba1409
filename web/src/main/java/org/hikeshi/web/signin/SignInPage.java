package org.hikeshi.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.people.Passwords;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.hikeshi.web.provider.Provider;

/**
 * {@code /sign-in} and {@code /sign-out}. Only in the service that says {@code
 * hikeshi.sign-in=true}.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@EndpointDisabled(name = "hikeshi.sign-in", stringValue = "false", disableIfMissing = true)
public class SignInPage {

    private static final int RETRY_AFTER_SECONDS = 60;
    private static final String FORM = "sign-in";

    private final Visit visit;
    private final RoutingContext request;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Provider provider;
    private final Problems problems;

    SignInPage(
            Visit visit,
            RoutingContext request,
            Sessions sessions,
            Passwords passwords,
            Provider provider,
            Problems problems) {
        this.visit = visit;
        this.request = request;
        this.sessions = sessions;
        this.passwords = passwords;
        this.provider = provider;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "hikeshi")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance signIn(Page page, Filled form, String to);

        static native TemplateInstance signOut(Page page, boolean done);
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("sign-in")
    public Response form(@DefaultValue("") @QueryParam("to") String to) {
        return provider.connected() ? led(LocalPath.orDesk(to)) : shown(200, "", to, List.of());
    }

    /* The framework brings the person back to this very address, with a session. */
    private Response led(String to) {
        Optional<SecurityIdentity> person = provider.person();
        if (person.isPresent()) {
            return person.get().getRoles().isEmpty()
                    ? problems.answer(request, Problem.of(403, "no-role"))
                    : seeOther(to);
        }
        return provider.entrance(request).map(SignInPage::seeOther).orElseGet(this::notCompleted);
    }

    /** The way back from the provider: the framework reads the code and leads on. */
    @GET
    @Reaches(Reach.PUBLIC)
    @Path("sign-in/return")
    public Response back() {
        return provider.connected() && provider.person().isPresent()
                ? seeOther(LocalPath.DESK)
                : notCompleted();
    }

    private Response notCompleted() {
        return problems.answer(request, Problem.of(401, "sign-in-not-completed"));
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @DefaultValue("") @FormParam("name") String name,
            @DefaultValue("") @FormParam("password") String password,
            @DefaultValue("") @FormParam("to") String to,
            @DefaultValue("") @FormParam("lang") String language) {
        if (!language.isEmpty() && passwords.anybody()) {
            Language.of(language).ifPresent(visit::choose);
            return shown(200, name, to, List.of());
        }
        if (!passwords.anybody()) {
            return problems.answer(request, Problem.notFound());
        }
        String person = name.strip();
        Passwords.Place place =
                sessions.knowsBrowser(request, person)
                        ? Passwords.Place.ITS_BROWSER
                        : Passwords.Place.ANYWHERE;
        return switch (passwords.check(person, password, place)) {
            case RIGHT -> {
                sessions.begin(request, person);
                yield seeOther(LocalPath.orDesk(to));
            }
            case WRONG ->
                    shown(422, name, to, List.of(FieldError.at("/name", "sign-in-not-matched")));
            case BRAKED -> {
                request.response().putHeader("Retry-After", "" + RETRY_AFTER_SECONDS);
                yield shown(429, name, to, List.of(FieldError.at("/name", "sign-in-braked")));
            }
        };
    }

    /** A person wants to stay: the session begins its half hour anew. 204, or 401 if it is over. */
    @POST
    @Reaches(Reach.PUBLIC)
    @Path("sign-in/session")
    public Response stay() {
        if (provider.connected() && provider.person().isPresent()) {
            return Response.noContent().build();
        }
        return sessions.of(request)
                .map(
                        session -> {
                            sessions.renew(request, session);
                            return Response.noContent().build();
                        })
                .orElseThrow(UnauthorizedException::new);
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("sign-out")
    public TemplateInstance leaving() {
        return Templates.signOut(visit.page("sign-out.title"), nobody());
    }

    private boolean nobody() {
        return sessions.of(request).isEmpty()
                && !(provider.connected() && provider.person().isPresent());
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Path("sign-out")
    public Response signOut() {
        boolean local = sessions.of(request).isPresent();
        sessions.end(request);
        Optional<String> further =
                provider.connected() ? provider.exit(request, local) : Optional.empty();
        return seeOther(further.orElse("/sign-out"));
    }

    private Response shown(int status, String name, String to, List<FieldError> errors) {
        Filled form = Filled.with(Map.of("name", name), errors);
        Page page = errors.isEmpty() ? page() : page().withErrors();
        return Response.status(status)
                .entity(Templates.signIn(page, form, LocalPath.orDesk(to)))
                .build();
    }

    private Page page() {
        return visit.page("sign-in.title").keeping(FORM);
    }

    private static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER).header("Location", path).build();
    }
}
