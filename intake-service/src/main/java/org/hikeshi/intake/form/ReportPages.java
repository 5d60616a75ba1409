package org.hikeshi.intake.form;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.Channel;
import org.hikeshi.intake.access.ReportCookie;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.report.BodyProblems;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.report.ReportJson;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.report.Submission;
import org.hikeshi.intake.upload.FormBody;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Language;
import org.hikeshi.web.Visit;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** {@code /report}: the form, and what becomes of it. */
@Path("/report")
@PermitAll
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class ReportPages {

    private final SealedUploads uploads;
    private final ReceivingReport receiving;
    private final ReportCookie cookie;
    private final ReportFormPage page;
    private final Visit visit;
    private final InstantSource clock;

    ReportPages(
            SealedUploads uploads,
            ReceivingReport receiving,
            ReportCookies cookies,
            ReportFormPage page,
            Visit visit,
            InstantSource clock) {
        this.uploads = uploads;
        this.receiving = receiving;
        this.cookie = cookies.received();
        this.page = page;
        this.visit = visit;
        this.clock = clock;
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Operation(hidden = true)
    public TemplateInstance empty() {
        return page.empty();
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response send(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @Context RoutingContext request) {
        SentForm form = read(body, contentType);
        String language = form.languageAsked();
        if (language != null) {
            Language.of(language).ifPresent(visit::choose);
            return Response.ok(page.again(form, form.faults())).build();
        }
        if (!form.fileToRemove().isEmpty()) {
            return Response.ok(page.again(form.without(uploads), form.faults())).build();
        }
        return take(form, request);
    }

    private SentForm read(InputStream body, String contentType) {
        FormBody reading = new FormBody(uploads, Upload.fresh());
        try {
            return reading.read(body, contentType);
        } catch (TooLargeException tooLarge) {
            reading.abandon();
            Draining.rest(body);
            throw new ProblemException(BodyProblems.tooLarge(tooLarge));
        } catch (MalformedBodyException malformed) {
            reading.abandon();
            Draining.rest(body);
            throw new ProblemException(Problem.of(400, "malformed-multipart"));
        } catch (IOException gone) {
            reading.abandon();
            throw new ProblemException(Problem.of(400, "body-cut"));
        }
    }

    private Response take(SentForm form, RoutingContext request) {
        if (form.lostFiles()) {
            // Sent twice: the first one took the files along, and this is the same report.
            Optional<StoredReport> first = once(form).flatMap(receiving::earlier);
            if (first.isPresent()) {
                uploads.discard(form.upload());
                return received(first.get(), false, request);
            }
        }
        // It may be tomorrow already where the reporter lives.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        FormReading reading = FormReader.read(form, latest);
        List<FieldError> errors = new ArrayList<>(reading.errors());
        if (form.lostFiles()) {
            errors.add(FieldError.at("/files", "files-gone"));
        }
        if (!errors.isEmpty()) {
            return Response.status(422).entity(page.again(form, errors)).build();
        }
        return received(store(form, reading), reading.contactDropped(), request);
    }

    private StoredReport store(SentForm form, FormReading reading) {
        String key = once(form).orElse(null);
        byte[] sent = ReportJson.canonical(reading.report());
        Submission submission =
                new Submission(
                        reading.report(), sent, form.upload(), form.files(), Channel.FORM, key);
        return switch (receiving.receive(submission)) {
            case ReceivingReport.Received received -> {
                if (received.again()) {
                    uploads.discard(form.upload());
                }
                yield received.report();
            }
            // The same page sent with other words: another report.
            case ReceivingReport.KeyUsedOtherwise() -> store(without(form, "once"), reading);
        };
    }

    private static SentForm without(SentForm form, String field) {
        var values = new java.util.LinkedHashMap<>(form.values());
        values.remove(field);
        return new SentForm(values, form.upload(), form.files(), form.faults(), form.lostFiles());
    }

    private static Optional<String> once(SentForm form) {
        return Optional.of(form.once())
                .filter(word -> word.matches("[0-9a-f-]{36}"))
                .map(word -> "form " + word);
    }

    private Response received(StoredReport report, boolean contactDropped, RoutingContext request) {
        cookie.begin(request, report, contactDropped ? "dropped" : "kept");
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/report/received")
                .build();
    }
}
