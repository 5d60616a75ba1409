package org.hikeshi.web.signin;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.resteasy.reactive.server.EndpointDisabled;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.late.KeptForm;
import org.hikeshi.web.late.KeptForms;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.hikeshi.web.provider.Provider;

/**
 * Where a form that was sent too late is opened again: for whoever sent it, once signed in. Anybody
 * else sees nothing of it, and it is gone with the page.
 */
@Path("/sign-in/kept")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@EndpointDisabled(name = "hikeshi.sign-in", stringValue = "false", disableIfMissing = true)
public class KeptFormPage {

    private final Visit visit;
    private final RoutingContext request;
    private final Sessions sessions;
    private final Provider provider;
    private final KeptForms kept;
    private final Problems problems;

    KeptFormPage(
            Visit visit,
            RoutingContext request,
            Sessions sessions,
            Provider provider,
            KeptForms kept,
            Problems problems) {
        this.visit = visit;
        this.request = request;
        this.sessions = sessions;
        this.provider = provider;
        this.kept = kept;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "hikeshi")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance openedForm(Page page, KeptForm kept, String closed);
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(String body) {
        Map<String, List<String>> fields = fields(body);
        only(fields, "lang").flatMap(Language::of).ifPresent(visit::choose);
        String closed = only(fields, "kept").orElse("");
        Optional<String> person = whoever();
        if (person.isEmpty()) {
            return problems.keeping(request, closed);
        }
        Page page = visit.page("kept-form.opened.title").keeping("kept");
        return kept.opened(person.get(), closed)
                .map(form -> Response.ok(Templates.openedForm(page, form, closed)).build())
                .orElseGet(() -> problems.answer(request, Problem.of(403, "kept-form-not-yours")));
    }

    private Optional<String> whoever() {
        return sessions.of(request).map(session -> session.person()).or(this::ofProvider);
    }

    /* While the provider cannot be asked nobody is known, and the page keeps the form. */
    private Optional<String> ofProvider() {
        return provider.connected()
                ? provider.whoeverIsKnown().map(known -> known.getPrincipal().getName())
                : Optional.empty();
    }

    /* Read by hand: a field of such a form is longer than the framework takes. */
    private static Map<String, List<String>> fields(String body) {
        try {
            return new QueryStringDecoder(body, StandardCharsets.UTF_8, false, 4).parameters();
        } catch (IllegalArgumentException broken) {
            return Map.of();
        }
    }

    private static Optional<String> only(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst();
    }
}
