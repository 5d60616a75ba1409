package org.hikeshi.intake.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.casefile.audit.CaseRecord;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** {@code /desk/operations/intake/audit/identity}: who looked at whose identity, newest first. */
@RunOnVirtualThread
@Path("/desk/operations/intake/audit/identity")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"auditor", "ciso", "security-office"})
public class IdentityReads {
    private static final int ON_A_PAGE = 50;

    /** The subject under which looking at this list is on record. */
    private static final String SUBJECT = "identity-reads";

    private static final String READS =
            "SELECT a.actor, a.action, a.at, r.tracking_code FROM audit_entry a JOIN report r ON"
                    + " r.id::text = a.subject WHERE (a.action LIKE 'identity-revealed-%' OR (? AND"
                    + " a.action IN ('identity-read', 'credit-read'))) AND (CAST(? AS uuid) IS NULL"
                    + " OR r.id IN (SELECT report_id FROM report_on_record WHERE case_id = ?))"
                    + " ORDER BY a.position DESC LIMIT ? OFFSET ?";

    private final Transactions transactions;
    private final CaseRecord record;
    private final Visit visit;

    IdentityReads(Transactions transactions, CaseRecord record, Visit visit) {
        this.transactions = transactions;
        this.record = record;
        this.visit = visit;
    }

    /** One look. */
    @TemplateData
    public record Look(String actor, String action, Instant at, String trackingCode) {}

    /**
     * What is shown.
     *
     * @param caseId empty for all cases
     * @param all whether looks by services for a mail or a credit are shown too
     */
    @TemplateData
    public record Shown(String caseId, boolean all, List<Look> looks, int from, boolean more) {
        /** The address of a page of the same list. */
        public String page(int number, boolean withServices) {
            return "/desk/operations/intake/audit/identity?page="
                    + number
                    + (caseId.isEmpty() ? "" : "&case=" + caseId)
                    + (withServices ? "&all=yes" : "");
        }
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance reads(Page page, Shown shown);
    }

    @GET
    @Reaches(Reach.DESK)
    public TemplateInstance reads(
            @QueryParam("case") @DefaultValue("") String given,
            @QueryParam("all") @DefaultValue("") String all,
            @QueryParam("page") @DefaultValue("1") String number,
            @Context SecurityContext who) {
        CaseId caseId = given.isEmpty() ? null : caseId(given);
        int from = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1;
        List<Look> looks =
                transactions.inTransaction(
                        connection -> {
                            record.noteReading(
                                    connection,
                                    caseId == null ? SUBJECT : caseId.toString(),
                                    who.getUserPrincipal().getName());
                            return looks(connection, caseId, all.equals("yes"), from);
                        });
        boolean more = looks.size() > ON_A_PAGE;
        return Templates.reads(
                visit.page("audit.identity.title").forStaff(),
                new Shown(
                        given,
                        all.equals("yes"),
                        more ? looks.subList(0, ON_A_PAGE) : looks,
                        from,
                        more));
    }

    private static CaseId caseId(String given) {
        try {
            return CaseId.parse(given);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private static List<Look> looks(
            Connection connection, @Nullable CaseId caseId, boolean all, int from)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READS)) {
            select.setBoolean(1, all);
            for (int at = 2; at <= 3; at++) {
                select.setObject(at, caseId == null ? null : caseId.value(), Types.OTHER);
            }
            select.setInt(4, ON_A_PAGE + 1);
            select.setInt(5, (from - 1) * ON_A_PAGE);
            List<Look> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(
                            new Look(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, OffsetDateTime.class).toInstant(),
                                    row.getString(4)));
                }
            }
            return found;
        }
    }
}
