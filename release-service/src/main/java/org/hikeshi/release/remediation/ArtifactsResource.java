package org.hikeshi.release.remediation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Paths;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.LineBrokenException;
import org.hikeshi.release.artifact.Received;
import org.hikeshi.release.artifact.SaidDigest;
import org.hikeshi.release.signing.FirmwareSigning;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/remediations/{id}/artifacts/{model}/{version}}: the files. The body of a PUT is
 * the file itself, whatever its media type, streamed to disk.
 */
@Path("/api/v1/remediations/{id}/artifacts/{model}/{version}")
@RunOnVirtualThread
@RolesAllowed("**")
public class ArtifactsResource {
    private static final Pattern SUFFIX = Pattern.compile("[0-9a-z]{1,8}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private final UploadingFile uploading;
    private final Looking looking;
    private final FirmwareSigning signing;
    private final ArtifactStore store;
    private final Transactions transactions;
    private final Answers answers;

    ArtifactsResource(
            UploadingFile uploading,
            Looking looking,
            FirmwareSigning signing,
            ArtifactStore store,
            Transactions transactions,
            Answers answers) {
        this.uploading = uploading;
        this.looking = looking;
        this.signing = signing;
        this.store = store;
        this.transactions = transactions;
        this.answers = answers;
    }

    /** What was stored. */
    @RegisterForReflection
    public record Stored(String sha256, String sha1, String md5, long size, String name) {}

    /**
     * Puts or replaces a file; voids what was approved.
     *
     * @param suffix last part of the name it will be offered under, {@code bin} if left out
     * @param contentDigest {@code sha-256=:…:} (RFC 9530), compared with what came
     */
    @PUT
    @Reaches(value = Reach.CASE_PRODUCT, roles = "developer")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put the file for a model and version")
    public Response put(
            @PathParam("id") String id,
            @PathParam("model") String model,
            @PathParam("version") String version,
            @QueryParam("suffix") @DefaultValue("bin") String suffix,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable String length,
            InputStream bytes,
            @Context RoutingContext request)
            throws IOException {
        Optional<UUID> known = Paths.id(id);
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        Optional<String> sha256 = SaidDigest.sha256(contentDigest);
        if (contentDigest != null && sha256.isEmpty()) {
            return field(request, "/Content-Digest", "content-digest");
        }
        if (!SUFFIX.matcher(suffix).matches()) {
            return field(request, "/suffix", "suffix");
        }
        try {
            return answer(
                    known.get(),
                    request,
                    uploading.upload(
                            new UploadingFile.Place(known.get(), model, version, suffix),
                            Paths.etag(ifMatch),
                            bytes,
                            new ArtifactStore.Said(length(length), sha256)));
        } catch (LineBrokenException nobodyReadsThis) {
            return answers.refuse(request, Problem.of(400, "bad-request"));
        }
    }

    private static Optional<Long> length(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(length -> LENGTH.matcher(length).matches())
                .map(Long::valueOf);
    }

    private Response answer(UUID id, RoutingContext request, UploadingFile.Uploaded uploaded) {
        return switch (uploaded) {
            case UploadingFile.Uploaded.Answered answered ->
                    answers.answer(request, answered.verdict(), file -> stored(id, file));
            case UploadingFile.Uploaded.NotKept notKept -> notKept(request, notKept.why());
        };
    }

    private Response stored(UUID id, ArtifactFile file) {
        Response.ResponseBuilder response =
                Response.ok(
                        new Stored(
                                file.sha256(), file.sha1(), file.md5(), file.size(), file.name()));
        looking.one(id).ifPresent(d -> response.header(HttpHeaders.ETAG, quoted(d.contentHash())));
        return response.build();
    }

    private Response notKept(RoutingContext request, Received why) {
        return switch (why) {
            case Received.TooLarge large -> answers.refuse(request, Problem.of(413, "too-large"));
            case Received.OtherLength other -> field(request, "/Content-Length", "other-length");
            case Received.OtherDigest other -> field(request, "/Content-Digest", "other-digest");
            case Received.Empty empty -> field(request, "", "file-empty");
            case Received.Kept kept -> throw new IllegalStateException("kept and answered");
        };
    }

    private Response field(RoutingContext request, String pointer, String code) {
        return answers.refuse(request, Problem.fields(List.of(FieldError.at(pointer, code))));
    }

    @GET
    @Reaches(Reach.CASE)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The file, for those on the case")
    public Response get(
            @PathParam("id") String id,
            @PathParam("model") String model,
            @PathParam("version") String version,
            @Context RoutingContext request) {
        return file(id, model, version)
                .map(
                        file ->
                                Response.ok(store.place(file.sha256()))
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"" + file.name() + "\"")
                                        .build())
                .orElseGet(() -> answers.refuse(request, Problem.notFound()));
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/signature")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "RSA-PSS signature of the file, raw; 404 before it is signed")
    public Response signature(
            @PathParam("id") String id,
            @PathParam("model") String model,
            @PathParam("version") String version,
            @Context RoutingContext request) {
        return file(id, model, version)
                .flatMap(file -> transactions.inTransaction(c -> signing.sealed(file)))
                .map(signed -> Response.ok(signed.signature()).build())
                .orElseGet(() -> answers.refuse(request, Problem.notFound()));
    }

    private Optional<ArtifactFile> file(String id, String model, String version) {
        return Paths.id(id)
                .flatMap(looking::one)
                .flatMap(
                        dossier ->
                                dossier.files().stream()
                                        .filter(
                                                f ->
                                                        f.model().equals(model)
                                                                && f.version().equals(version))
                                        .findFirst());
    }

    private static String quoted(String tag) {
        return "\"" + tag + "\"";
    }
}
