package org.hikeshi.disclosure.site;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.disclosure.publication.Replica;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Serves this replica's copy of the public site; needs neither database nor broker. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class PublicSiteResource {
    private final Replica replica;
    private final Problems problems;
    private final Visit visit;

    PublicSiteResource(Replica replica, Problems problems, Visit visit) {
        this.replica = replica;
        this.problems = problems;
        this.visit = visit;
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("{area: advisories|notices|policy}")
    @Operation(hidden = true)
    public Response area(
            @Context RoutingContext request,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known)
            throws IOException {
        return file(request, known);
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("{area: advisories|notices|policy|feeds|\\.well-known}/{file: .+}")
    @Operation(hidden = true)
    public Response below(
            @Context RoutingContext request,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String known)
            throws IOException {
        return file(request, known);
    }

    private Response file(RoutingContext request, @Nullable String known) throws IOException {
        Optional<Replica.Served> found = spoken(request.request().path());
        if (found.isEmpty()) {
            return problems.answer(request, Problem.notFound());
        }
        Replica.Served file = found.get();
        String tag = "\"" + file.sha256() + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        return Response.ok(file.bytes())
                .type(file.mediaType())
                .header(HttpHeaders.ETAG, tag)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /**
     * An address without a language gives the page in the visitor's, where there is one; the files
     * themselves stay what they are, so a plain copy of the site gives the policy's first.
     */
    private Optional<Replica.Served> spoken(String path) throws IOException {
        String tag = visit.language().tag();
        for (String file : List.of(path + "." + tag, path + "/index." + tag, path)) {
            Optional<Replica.Served> found = replica.serve(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
