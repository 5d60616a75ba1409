package org.hikeshi.notifier.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** Who can be reached: the registry, and its import with a check first. */
@RunOnVirtualThread
@Path("/desk/customers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"communications", "security-office", "ciso", "auditor"})
public class CustomerPages {
    private final CustomerRegistry registry;
    private final SecurityIdentity who;
    private final Visit visit;

    CustomerPages(CustomerRegistry registry, SecurityIdentity who, Visit visit) {
        this.registry = registry;
        this.who = who;
        this.visit = visit;
    }

    /** One customer in a row of the page. */
    @TemplateData
    public record Row(String id, String name, String email, String language, String kind) {
        static Row of(Customer one) {
            return new Row(
                    one.id(),
                    one.name(),
                    one.address().toString(),
                    one.language().name().toLowerCase(Locale.ROOT),
                    one.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance registry(
                Page page,
                List<Row> rows,
                boolean mayImport,
                Filled form,
                String said,
                List<String> mistakes);
    }

    @GET
    @Reaches(Reach.DESK)
    public TemplateInstance registry() {
        return page(Filled.empty(), "", List.of());
    }

    private TemplateInstance page(Filled form, String said, List<FieldError> mistakes) {
        Page page = visit.page("customers.title").forStaff();
        return Templates.registry(
                mistakes.isEmpty() ? page : page.withErrors(),
                registry.all().stream().map(Row::of).toList(),
                who.hasRole("communications"),
                form,
                said,
                mistakes.stream().map(one -> mistake(page, one)).toList());
    }

    /** Such as "row 3: this cannot be read as a mail address". */
    private static String mistake(Page page, FieldError one) {
        String[] place = one.pointer().split("/");
        String words = one.message(page.words(), page.language());
        return place.length > 2 ? page.say("customers.row", place[1], words) : words;
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("communications")
    public Response take(
            @FormParam("csv") @Nullable String csv, @FormParam("act") @Nullable String act) {
        String text = csv == null ? "" : csv;
        CustomerFile file = CustomerFile.ofCsv(text.getBytes(UTF_8));
        Filled kept = Filled.with(Map.of("csv", text), List.of());
        if (!file.errors().isEmpty()) {
            return Response.status(422).entity(page(kept, "", file.errors())).build();
        }
        boolean dry = !"take".equals(act);
        var done = registry.take(file.customers(), who.getPrincipal().getName(), dry);
        String said =
                visit.page("customers.title")
                        .say(
                                dry ? "customers.checked" : "customers.done",
                                file.customers().size(),
                                done.created(),
                                done.changed());
        return Response.ok(page(dry ? kept : Filled.empty(), said, List.of())).build();
    }
}
