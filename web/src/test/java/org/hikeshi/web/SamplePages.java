package org.hikeshi.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** What a service would write on top of this module; the tests ask it over HTTP. */
@Path("/")
public class SamplePages {

    @Inject Visit visit;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance sample(Page page, Filled form, List<String> kinds);

        static native TemplateInstance desk(Page page, java.time.Instant at);
    }

    /** A body with one field. */
    public record Body(String name, Integer count, Inner inner) {}

    /** A nested part. */
    public record Inner(List<String> items) {}

    @GET
    @Path("report")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance report() {
        return Templates.sample(
                visit.page("sample.title").keeping("f"), Filled.empty(), List.of("yes", "no"));
    }

    @POST
    @Path("report")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public TemplateInstance sent(@FormParam("name") String name, @FormParam("lang") String lang) {
        if (lang != null) {
            Language.of(lang).ifPresent(visit::choose);
        }
        Filled form =
                Filled.with(
                        Map.of("name", name),
                        lang == null
                                ? List.of(FieldError.at("/name", "unknown-field"))
                                : List.of());
        Page page = visit.page("sample.title").keeping("f");
        return Templates.sample(
                form.failed() ? page.withErrors() : page, form, List.of("yes", "no"));
    }

    @POST
    @Path("api/v1/things")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> things(Body body) {
        return Map.of("name", body == null ? "null" : String.valueOf(body.name()));
    }

    @POST
    @Path("desk/notes")
    @RolesAllowed("it-operations")
    @Produces(MediaType.TEXT_PLAIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public String noted(@FormParam("text") String text, @FormParam("tag") List<String> tags) {
        return text + "|" + String.join(",", tags);
    }

    @GET
    @Path("desk/operations")
    @RolesAllowed({"it-operations", "security-office"})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance desk() {
        return Templates.desk(
                visit.page("sample.title").forStaff(),
                java.time.Instant.parse("2026-12-04T08:30:00Z"));
    }

    /** A staff page that the tests reach with Basic, which is for API paths only. */
    @GET
    @Path("api/v1/desk")
    @RolesAllowed({"it-operations", "security-office"})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance deskOverBasic() {
        return desk();
    }

    @GET
    @Path("api/v1/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("planted-secret must reach neither log nor answer");
    }

    @GET
    @Path("broken")
    @PermitAll
    public String brokenPage() {
        return broken();
    }

    @GET
    @Path("api/v1/operations/web")
    @RolesAllowed({"it-operations", "security-office"})
    public String operations() {
        return "{}";
    }

    @GET
    @Path("api/v1/forgotten")
    public String withoutAnnotation() {
        return "nobody said who may read this";
    }

    @GET
    @Path("internal/secret")
    @PermitAll
    public String internal() {
        return "internal";
    }
}
