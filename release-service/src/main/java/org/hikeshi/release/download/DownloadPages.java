package org.hikeshi.release.download;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.artifact.ArtifactFile;
import org.hikeshi.release.artifact.Artifacts;
import org.hikeshi.release.catalogue.Catalogue;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.release.text.PreDisclosure;
import org.hikeshi.release.text.PreDisclosures;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** {@code /downloads/} and {@code /downloads/{model}}: which file is right, and is it genuine? */
@Path("/downloads")
@PermitAll
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class DownloadPages {
    private final Artifacts artifacts;
    private final Catalogue catalogue;
    private final PreDisclosures texts;
    private final Transactions transactions;
    private final Visit visit;
    private final Problems problems;

    DownloadPages(
            Artifacts artifacts,
            Catalogue catalogue,
            PreDisclosures texts,
            Transactions transactions,
            Visit visit,
            Problems problems) {
        this.artifacts = artifacts;
        this.catalogue = catalogue;
        this.texts = texts;
        this.transactions = transactions;
        this.visit = visit;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "download")
    static class Templates {
        static native TemplateInstance models(Page page, List<ModelLine> models);

        static native TemplateInstance model(Page page, ModelShown model);
    }

    /** A model for which something is offered. */
    @TemplateData
    public record ModelLine(String product, String model, String version) {}

    /** One model; {@code supportEnds} is empty if no end was announced. */
    @TemplateData
    public record ModelShown(
            String product, String model, String supportEnds, List<VersionShown> versions) {}

    /**
     * One version.
     *
     * @param text lines of the approved text
     */
    @TemplateData
    public record VersionShown(
            String version,
            Instant since,
            String name,
            String folder,
            String size,
            String sha256,
            List<String> text) {}

    @GET
    @Reaches(Reach.PUBLIC)
    @Operation(hidden = true)
    public TemplateInstance models() {
        Page page = visit.page("download.title");
        return Templates.models(page, transactions.inTransaction(connection -> lines()));
    }

    private List<ModelLine> lines() {
        return artifacts.releasedModels().stream()
                .map(
                        model ->
                                new ModelLine(
                                        catalogue.ofModel(model).map(Product::name).orElse(""),
                                        model,
                                        artifacts.releasedFor(model).getFirst().file().version()))
                .toList();
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("/{model}")
    @Operation(hidden = true)
    public Response model(@PathParam("model") String model, @Context RoutingContext request) {
        Language language = visit.language();
        Optional<ModelShown> shown =
                transactions.inTransaction(connection -> shown(model, language));
        return shown.map(
                        known ->
                                Response.ok(
                                                Templates.model(
                                                        visit.page("download.model.title", model),
                                                        known))
                                        .build())
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    private Optional<ModelShown> shown(String model, Language language) {
        List<Artifacts.Released> released = artifacts.releasedFor(model);
        Optional<Product> product = catalogue.ofModel(model);
        return product.isEmpty() || released.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ModelShown(
                                product.get().name(),
                                model,
                                ends(product.get().supportEnds(), language),
                                released.stream().map(one -> version(one, language)).toList()));
    }

    private static String ends(@Nullable LocalDate ends, Language language) {
        return ends == null ? "" : language.day(ends);
    }

    private VersionShown version(Artifacts.Released released, Language language) {
        ArtifactFile file = released.file();
        List<String> text =
                texts.of(file.remediation())
                        .filter(PreDisclosure::approved)
                        .map(t -> language == Language.JA ? t.textJa() : t.textEn())
                        .map(t -> t.lines().toList())
                        .orElse(List.of());
        return new VersionShown(
                file.version(),
                released.releasedAt(),
                file.name(),
                "/downloads/" + file.model() + "/" + file.version(),
                size(file.size()),
                file.sha256(),
                text);
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? "%.1f kB".formatted(bytes / 1000.0)
                : "%.1f MB".formatted(bytes / 1_000_000.0);
    }
}
