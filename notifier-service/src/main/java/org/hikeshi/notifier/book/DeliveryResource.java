package org.hikeshi.notifier.book;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The mail ledger for programs: {@code ?caseId=&state=&to=&limit=&cursor=}, newest first; {@code
 * to} takes a tracking code, a staff or customer id, or an address. {@code POST …/{id}/resend} with
 * {@code {"reason"}} sends once more.
 */
@RunOnVirtualThread
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private static final int MOST = 200;

    private final MailBook book;
    private final Resending resending;
    private final SecurityIdentity who;

    DeliveryResource(MailBook book, Resending resending, SecurityIdentity who) {
        this.book = book;
        this.resending = resending;
        this.who = who;
    }

    /** A page of the ledger; {@code next} is the cursor of the following one. */
    public record Entries(List<Entry> items, @Nullable String next) {}

    /** Why; kept sealed. */
    public record Reason(@Nullable String reason) {}

    /** The new delivery. */
    public record Resent(UUID id) {}

    @GET
    @Reaches(Reach.MAIL)
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
    public Entries list(
            @QueryParam("caseId") @Nullable String caseId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = limit == null ? MOST : Math.clamp(limit, 1, MOST);
        int skip = skip(cursor);
        var query =
                new MailBook.Query(
                        caseId == null || caseId.isBlank() ? null : id(caseId),
                        state,
                        to,
                        skip,
                        most + 1);
        List<Entry> found = book.find(query, Seeing.of(who));
        return found.size() > most
                ? new Entries(found.subList(0, most), cursor(skip + most))
                : new Entries(found, null);
    }

    @GET
    @Reaches(Reach.MAIL)
    @Path("/{id}")
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
    public Entry.Story one(@PathParam("id") String id) {
        return book.story(id(id), Seeing.of(who))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @POST
    @Reaches(Reach.MAIL)
    @Path("/{id}/resend")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("communications")
    public Response resend(@PathParam("id") String id, Reason reason) {
        UUID delivery = resending.again(id(id), reason.reason(), Seeing.acting(who));
        return Response.status(Response.Status.CREATED).entity(new Resent(delivery)).build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private static String cursor(int skip) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("s" + skip).getBytes(UTF_8));
    }

    private static int skip(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            return Math.max(0, Integer.parseInt(text.substring(1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
            throw new ProblemException(Problem.of(400, "bad-request"));
        }
    }
}
