package org.hikeshi.release.download;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.ArtifactStore;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.ota.ByteRange;
import org.hikeshi.release.signing.FirmwareKey;
import org.hikeshi.release.signing.FirmwareSigning;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/**
 * {@code /downloads/{model}/{version}/{file}}: the released file, and beside it {@code .sig},
 * {@code .sha256}, {@code manifest.json} and {@code manifest.json.sig}. A released file never
 * changes, so it may be kept for ever; parts of it may be fetched (RFC 9110 §14).
 */
@Path("/downloads")
@PermitAll
@RunOnVirtualThread
public class DownloadFiles {
    private static final String BYTES = "application/octet-stream";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Artifacts artifacts;
    private final ArtifactStore store;
    private final FirmwareSigning signing;
    private final FirmwareKey key;
    private final Transactions transactions;
    private final Problems problems;

    DownloadFiles(
            Artifacts artifacts,
            ArtifactStore store,
            FirmwareSigning signing,
            FirmwareKey key,
            Transactions transactions,
            Problems problems) {
        this.artifacts = artifacts;
        this.store = store;
        this.signing = signing;
        this.key = key;
        this.transactions = transactions;
        this.problems = problems;
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("/signing-key.pem")
    @Operation(summary = "Public key that verifies files and manifests")
    public Response signingKey() {
        return Response.ok(key.publicPem(), "application/x-pem-file").build();
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("/{model}/{version}/{file}")
    @Operation(summary = "A released file, or what stands beside it")
    public Response file(
            @PathParam("model") String model,
            @PathParam("version") String version,
            @PathParam("file") String name,
            @HeaderParam("Range") @Nullable String range,
            @Context RoutingContext request) {
        Optional<ArtifactFile> file =
                transactions.inTransaction(
                        c -> artifacts.released(model, version).map(Artifacts.Released::file));
        return file.flatMap(known -> answer(known, name, range))
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    private Optional<Response> answer(ArtifactFile file, String name, @Nullable String range) {
        if (name.equals(file.name())) {
            return Optional.of(bytes(file, range));
        }
        if (name.equals(file.name() + ".sha256")) {
            byte[] line = (file.sha256() + "  " + file.name() + "\n").getBytes(UTF_8);
            return Optional.of(kept("text/plain;charset=UTF-8", line));
        }
        return transactions
                .inTransaction(connection -> signing.sealed(file))
                .flatMap(signed -> beside(file, signed, name));
    }

    private static Optional<Response> beside(
            ArtifactFile file, FirmwareSigning.Sealed sealed, String name) {
        if (name.equals(file.name() + ".sig")) {
            return Optional.of(kept(BYTES, sealed.signature()));
        }
        return switch (name) {
            case "manifest.json" -> Optional.of(kept("application/json", sealed.manifest()));
            case "manifest.json.sig" -> Optional.of(kept(BYTES, sealed.manifestSignature()));
            default -> Optional.empty();
        };
    }

    private static Response kept(String type, byte[] bytes) {
        return Response.ok(bytes, type).header(HttpHeaders.CACHE_CONTROL, FOR_EVER).build();
    }

    private Response bytes(ArtifactFile file, @Nullable String range) {
        return switch (ByteRange.of(range, file.size())) {
            case ByteRange.Whole() -> part(Response.ok(), file, 0, file.size());
            case ByteRange.Part part ->
                    part(
                            Response.status(206)
                                    .header(
                                            "Content-Range",
                                            "bytes %d-%d/%d"
                                                    .formatted(
                                                            part.first(),
                                                            part.last(),
                                                            file.size())),
                            file,
                            part.first(),
                            part.length());
            case ByteRange.Outside() ->
                    Response.status(416).header("Content-Range", "bytes */" + file.size()).build();
        };
    }

    private Response part(
            Response.ResponseBuilder answer, ArtifactFile file, long from, long length) {
        return answer.type(BYTES)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, "\"" + file.sha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.name() + "\"")
                .entity(new PathPart(store.place(file.sha256()), from, length))
                .build();
    }
}
