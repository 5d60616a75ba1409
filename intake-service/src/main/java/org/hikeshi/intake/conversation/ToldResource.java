package org.hikeshi.intake.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.conversation.RecordingTold.Told;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /internal/cases/{caseId}/told/{eventId}}: text told to the reporters of a case, from
 * the services that have something to tell; never routed. 204 when it is stored, again too; 404
 * with {@code Retry-After} while intake does not know the report in this case.
 */
@Path("/internal/cases/{caseId}/told/{eventId}")
@PermitAll
@RunOnVirtualThread
public class ToldResource {

    private static final Set<String> TELLERS = Set.of("triage", "release", "disclosure");
    private static final int LONGEST = 200_000;

    private final RecordingTold recording;
    private final ServiceCallers callers;

    ToldResource(RecordingTold recording, ServiceCallers callers) {
        this.recording = recording;
        this.callers = callers;
    }

    /**
     * @param reportId null for all reports of the case
     * @param kind findings, closure-reason, workaround, timeline-reason or progress
     * @param texts {@code ja} and {@code en}; one is enough
     */
    public record Body(
            @Nullable String reportId,
            @Nullable String kind,
            @Nullable Map<String, String> texts) {}

    @PUT
    @Reaches(
            value = Reach.SERVICE,
            callers = {"triage", "release", "disclosure"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(
            @PathParam("caseId") String caseId,
            @PathParam("eventId") String eventId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            Body body) {
        Optional<String> service = callers.caller(authorization, TELLERS);
        boolean stored =
                service.isPresent()
                        && told(caseId, eventId, service.get(), body)
                                .filter(recording::record)
                                .isPresent();
        return stored ? Response.noContent().build() : ServiceAnswers.absent();
    }

    private static Optional<Told> told(String caseId, String eventId, String service, Body body) {
        MessageKind kind = kind(body.kind());
        Map<String, String> texts = texts(body.texts());
        try {
            return Optional.of(
                    new Told(
                            CaseId.parse(caseId),
                            UUID.fromString(eventId),
                            Optional.ofNullable(body.reportId()).map(ReportId::parse),
                            kind,
                            service,
                            texts));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static MessageKind kind(@Nullable String written) {
        return Arrays.stream(MessageKind.values())
                .filter(MessageKind::byService)
                .filter(kind -> kind.written().equals(written))
                .findFirst()
                .orElseThrow(() -> refusal("/kind", "not-a-kind"));
    }

    private static Map<String, String> texts(@Nullable Map<String, String> given) {
        Map<String, String> texts = new HashMap<>();
        if (given != null) {
            texts.putAll(given);
        }
        texts.values().removeIf(text -> text == null || text.isBlank());
        if (texts.isEmpty()) {
            throw refusal("/texts", "required");
        }
        if (!Set.of("ja", "en").containsAll(texts.keySet())) {
            throw refusal("/texts", "not-a-language");
        }
        if (texts.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("/texts", "too-long", LONGEST))));
        }
        return texts;
    }

    private static ProblemException refusal(String pointer, String code) {
        return new ProblemException(Problem.fields(List.of(FieldError.at(pointer, code))));
    }
}
