package org.hikeshi.notifier.book;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** W7: was X told, when, what? The ledger, one mail of it, and the panel of a case. */
@RunOnVirtualThread
@Path("/desk/mail")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    "security-office",
    "ciso",
    "auditor",
    "communications",
    "developer",
    "qa",
    "legal",
    "supply-chain",
    "it-operations"
})
public class MailPages {
    private static final int SHOWN = 100;

    private final MailBook book;
    private final Resending resending;
    private final Whom whom;
    private final CaseAccess access;
    private final SecurityIdentity who;
    private final Visit visit;

    MailPages(
            MailBook book,
            Resending resending,
            Whom whom,
            CaseAccess access,
            SecurityIdentity who,
            Visit visit) {
        this.book = book;
        this.resending = resending;
        this.whom = whom;
        this.access = access;
        this.who = who;
        this.visit = visit;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance ledger(
                Page page, List<Line> lines, String to, String state, List<String> states);

        static native TemplateInstance one(
                Page page,
                Entry.Story story,
                String whom,
                String address,
                boolean mayResend,
                Filled form);

        static native TemplateInstance ofCase(Page page, List<Line> lines, String caseId);
    }

    /** An entry, and its recipient in words. */
    @TemplateData
    public record Line(Entry entry, String whom) {}

    private List<Line> lines(Page page, List<Entry> entries) {
        return entries.stream().map(entry -> new Line(entry, whom.of(page, entry))).toList();
    }

    private static final List<String> STATES =
            List.of(
                    "waiting",
                    "sending",
                    "accepted",
                    "refused",
                    "withdrawn",
                    "status-page",
                    "asking",
                    "not-reachable");

    @GET
    @Reaches(Reach.MAIL)
    public TemplateInstance ledger(
            @QueryParam("case") @Nullable String caseId,
            @QueryParam("to") @Nullable String to,
            @QueryParam("state") @Nullable String state) {
        var query =
                new MailBook.Query(
                        caseId == null || caseId.isBlank() ? null : id(caseId),
                        state,
                        to,
                        0,
                        SHOWN);
        Page page = visit.page("book.title").forStaff();
        return Templates.ledger(
                page,
                lines(page, book.find(query, Seeing.of(who))),
                Objects.requireNonNullElse(to, ""),
                Objects.requireNonNullElse(state, ""),
                STATES);
    }

    @GET
    @Reaches(Reach.MAIL)
    @Path("/{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return one(story(id), Filled.empty(), false);
    }

    private TemplateInstance one(Entry.Story story, Filled form, boolean failed) {
        Page page = visit.page("book.one.title", story.entry().trackingCode()).forStaff();
        boolean settled =
                story.entry().delivered()
                        && !List.of("waiting", "sending").contains(story.entry().state());
        return Templates.one(
                failed ? page.withErrors() : page,
                story,
                whom.of(page, story.entry()),
                whom.address(story.entry()),
                settled && mayResend(story.entry().id()),
                form);
    }

    private boolean mayResend(UUID id) {
        return who.hasRole("communications") && book.entry(id, Seeing.acting(who)).isPresent();
    }

    private Entry.Story story(String id) {
        return book.story(id(id), Seeing.of(who))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @POST
    @Reaches(Reach.MAIL)
    @Path("/{id}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("communications")
    public Response resend(
            @PathParam("id") String id, @FormParam("reason") @Nullable String reason) {
        try {
            UUID next = resending.again(id(id), reason, Seeing.acting(who));
            return Response.seeOther(URI.create("/desk/mail/" + next)).build();
        } catch (ProblemException refused) {
            if (refused.problem().status() != 422) {
                throw refused;
            }
            Filled form = Filled.with(java.util.Map.of(), refused.problem().errors());
            return Response.status(422).entity(one(story(id), form, true)).build();
        }
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/cases/{caseId}")
    public TemplateInstance ofCase(@PathParam("caseId") String caseId) {
        UUID id = access.visible(caseId, who).value();
        Page page = visit.page("book.case.title").forStaff();
        var query = new MailBook.Query(id, null, null, 0, SHOWN);
        return Templates.ofCase(page, lines(page, book.find(query, Seeing.of(who))), id.toString());
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/cases/{caseId}/panel")
    public TemplateInstance panel(@PathParam("caseId") String caseId) {
        return ofCase(caseId);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
