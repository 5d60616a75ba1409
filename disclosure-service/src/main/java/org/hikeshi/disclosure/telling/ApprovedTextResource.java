package org.hikeshi.disclosure.telling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.disclosure.advisory.Advisories;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.OpeningDossier;
import org.hikeshi.disclosure.csaf.PublicPaths;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.trust.TokenVerdict;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Origin;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/texts/{hash}}, for the notifier alone; never routed. */
@Path("/internal/texts/{hash}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ApprovedTextResource {
    private static final String BEARER = "Bearer ";

    private final Advisories advisories;
    private final OpeningDossier opening;
    private final Transactions transactions;
    private final ServiceTokens tokens;
    private final Origin origin;

    ApprovedTextResource(
            Advisories advisories,
            OpeningDossier opening,
            Transactions transactions,
            ServiceTokens tokens,
            Origin origin) {
        this.advisories = advisories;
        this.opening = opening;
        this.transactions = transactions;
        this.tokens = tokens;
        this.origin = origin;
    }

    /**
     * An approved text.
     *
     * @param url of the public page, absolute; answers once it is published
     * @param severity {@code critical, high, medium, low}, absent if the text tells none
     * @param texts by language tag
     * @param credits as printed
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Approved(
            String hash,
            String publicId,
            String kind,
            String url,
            @Nullable String severity,
            List<String> cves,
            List<String> credits,
            Map<String, Text> texts) {}

    /** One language; parts that do not apply are empty. */
    @RegisterForReflection
    public record Text(
            String title,
            String summary,
            String whatToDo,
            String remedy,
            String workaround,
            String changeNote) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    @Operation(hidden = true)
    public Response text(
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Optional<Approved> text = mayAsk(authorization) ? approved(hash) : Optional.empty();
        return text.map(known -> Response.ok(known).build())
                .orElseGet(
                        () ->
                                Response.status(Response.Status.NOT_FOUND)
                                        .header(HttpHeaders.RETRY_AFTER, 1)
                                        .build());
    }

    private boolean mayAsk(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        return switch (tokens.check(authorization.substring(BEARER.length()), "disclosure")) {
            case TokenVerdict.Accepted accepted -> accepted.service().equals("notifier");
            case TokenVerdict.Rejected rejected -> false;
        };
    }

    private Optional<Approved> approved(String hash) {
        return transactions.inTransaction(
                connection ->
                        advisories
                                .byApprovedHash(hash)
                                .flatMap(
                                        advisory ->
                                                content(advisory, hash)
                                                        .map(
                                                                content ->
                                                                        approved(
                                                                                advisory, content,
                                                                                hash))));
    }

    /** The text with that hash, which need not be the present one any more. */
    private Optional<AdvisoryContent> content(Advisory advisory, String hash) {
        Dossier dossier = opening.of(advisory);
        return advisory.hash().value().equals(hash)
                ? Optional.of(dossier.content())
                : opening.textOf(advisory, hash);
    }

    private Approved approved(Advisory advisory, AdvisoryContent content, String hash) {
        Map<String, Text> texts = new TreeMap<>();
        content.texts()
                .forEach(
                        (language, text) ->
                                texts.put(
                                        language,
                                        new Text(
                                                text.title(),
                                                text.summary(),
                                                text.whatToDo(),
                                                content.remedy().getOrDefault(language, ""),
                                                content.workaround().getOrDefault(language, ""),
                                                content.changeNote().getOrDefault(language, ""))));
        String publicId = advisory.publicationId().value();
        return new Approved(
                hash,
                publicId,
                advisory.kind().name(),
                origin.link(PublicPaths.of(publicId)),
                content.severity().map(s -> s.name().toLowerCase(Locale.ROOT)).orElse(null),
                List.copyOf(content.cves()),
                content.credits(),
                texts);
    }
}
