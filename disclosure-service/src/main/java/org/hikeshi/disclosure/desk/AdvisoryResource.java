package org.hikeshi.disclosure.desk;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryBody;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.DraftingAdvisory;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.publication.Preview;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Language;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/advisories}: reading and writing texts. */
@Path("/api/v1/advisories")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AdvisoryResource {
    private final DraftingAdvisory drafting;
    private final ReadingAdvisories reading;
    private final Preview preview;
    private final People people;
    private final Answers answers;
    private final Visit visit;

    AdvisoryResource(
            DraftingAdvisory drafting,
            ReadingAdvisories reading,
            Preview preview,
            People people,
            Answers answers,
            Visit visit) {
        this.drafting = drafting;
        this.reading = reading;
        this.preview = preview;
        this.people = people;
        this.answers = answers;
        this.visit = visit;
    }

    /** What a person may see, latest work first; not paged yet. */
    @RegisterForReflection
    public record Listed(List<AdvisoryView> items, @Nullable String next) {}

    @GET
    @Reaches(Reach.CASES_SEEN)
    public Listed list(@QueryParam("caseId") @Nullable String caseId) {
        return new Listed(
                reading.all(people.present(), Optional.ofNullable(caseId)).stream()
                        .map(reading::view)
                        .toList(),
                null);
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(AdvisoryBody body, @Context RoutingContext request) {
        Result result = drafting.begin(body, people.present());
        return answers.of(
                request,
                result,
                dossier ->
                        Response.created(
                                        URI.create("/api/v1/advisories/" + dossier.advisory().id()))
                                .tag(dossier.advisory().hash().value())
                                .entity(reading.view(dossier))
                                .build());
    }

    @GET
    @Reaches(
            value = Reach.CASE,
            notFor = {"supply-chain", "it-operations"})
    @Path("{id}")
    public Response read(@PathParam("id") String id, @Context RoutingContext request) {
        return open(id).map(this::shown).orElseGet(() -> answers.absent(request));
    }

    @PUT
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            AdvisoryBody body,
            @Context RoutingContext request) {
        Optional<UUID> known = reading.tried(id, people.present(), AdvisoryAction.EDIT);
        if (known.isEmpty()) {
            return answers.absent(request);
        }
        if (ifMatch == null) {
            return answers.refused(request, 428, "if-match-needed");
        }
        String hash = Answers.hash(ifMatch).orElseThrow();
        return answers.of(
                request, drafting.edit(known.get(), hash, body, people.present()), this::shown);
    }

    /** Exactly what the public would see; {@code format=csaf} for machines. */
    @GET
    @Reaches(
            value = Reach.CASE,
            notFor = {"supply-chain", "it-operations"})
    @Path("{id}/preview")
    @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
    public Response preview(
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang,
            @QueryParam("format") @Nullable String format,
            @Context RoutingContext request) {
        Language language =
                Optional.ofNullable(lang).flatMap(Language::of).orElseGet(visit::language);
        Optional<Dossier> open = open(id);
        if (open.isEmpty()) {
            return answers.absent(request);
        }
        AdvisoryContent content = open.get().content();
        return "csaf".equals(format)
                ? Response.ok(preview.csaf(open.get().advisory(), content))
                        .type(MediaType.APPLICATION_JSON)
                        .build()
                : Response.ok(preview.html(open.get().advisory(), content, language))
                        .type("text/html;charset=UTF-8")
                        .build();
    }

    private Optional<Dossier> open(String id) {
        return Answers.id(id).flatMap(known -> reading.open(known, people.present()));
    }

    private Response shown(Dossier dossier) {
        return Response.ok(reading.view(dossier)).tag(dossier.advisory().hash().value()).build();
    }
}
