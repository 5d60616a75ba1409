package org.hikeshi.release.remediation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.Paths;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.LineBrokenException;
import org.hikeshi.release.artifact.Received;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.multipart.LargePartHeadersException;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.problem.Problem;

/**
 * {@code /desk/releases/{id}/files}: the file itself, streamed to the store as over the API. A body
 * that is refused is read on, or a browser would not see the answer.
 */
@Path("/desk/releases/{id}/files")
@RunOnVirtualThread
@RolesAllowed("developer")
@Produces("text/html;charset=UTF-8")
public class UploadPages {
    private final UploadingFile uploading;
    private final ReleasePages pages;
    private final Answers answers;

    UploadPages(UploadingFile uploading, ReleasePages pages, Answers answers) {
        this.uploading = uploading;
        this.pages = pages;
        this.answers = answers;
    }

    @POST
    @Reaches(Reach.CASE_PRODUCT)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            InputStream body,
            @Context RoutingContext request)
            throws IOException {
        Optional<UUID> known = Paths.id(id);
        if (known.isEmpty()) {
            return refused(body, request, Problem.notFound());
        }
        try {
            UploadForm form = new UploadForm(body, contentType);
            form.readToFile();
            Response answer = taken(known.get(), form, request);
            Draining.rest(body);
            return answer;
        } catch (MalformedBodyException | LargePartHeadersException noForm) {
            return refused(body, request, Problem.of(400, "bad-request"));
        } catch (LineBrokenException nobodyReadsThis) {
            return answers.refuse(request, Problem.of(400, "bad-request"));
        }
    }

    private Response refused(InputStream body, RoutingContext request, Problem problem) {
        Draining.rest(body);
        return answers.refuse(request, problem);
    }

    private Response taken(UUID id, UploadForm form, RoutingContext request) throws IOException {
        Filled left =
                Filled.with(
                        Map.of("model", form.field("model"), "version", form.field("version")),
                        List.of());
        if (!form.hasFile()) {
            return again(id, request, left, "file-needed");
        }
        UploadingFile.Place place =
                new UploadingFile.Place(
                        id, form.field("model"), form.field("version"), form.suffix());
        UploadingFile.Uploaded uploaded =
                uploading.upload(
                        place,
                        Optional.of(form.field("etag")),
                        form.bytes(),
                        ArtifactStore.Said.NOTHING);
        return switch (uploaded) {
            case UploadingFile.Uploaded.Answered(Verdict<ArtifactFile> verdict) ->
                    pages.after(id.toString(), request, verdict, left);
            case UploadingFile.Uploaded.NotKept(Received why) -> notKept(id, request, left, why);
        };
    }

    private Response notKept(UUID id, RoutingContext request, Filled left, Received why) {
        return why instanceof Received.TooLarge
                ? again(id, request, left, "file-too-large")
                : again(id, request, left, "file-empty");
    }

    private Response again(UUID id, RoutingContext request, Filled left, String code) {
        List<FieldError> errors = List.of(FieldError.at("/file", code));
        return pages.page(id.toString(), request, 422, new Filled(left.values(), errors));
    }
}
