package org.hikeshi.casefile.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditSealer;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.LastVerification;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * {@code /desk/operations/<service>/audit}: this service's record, of one case if asked for, else
 * what is on record about the house and no case.
 */
@RunOnVirtualThread
@Path("/desk/operations/{service}/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"auditor", "ciso", "security-office"})
public class AuditPage {
    private static final int ON_A_PAGE = 50;

    /** Who may take the record as lines. */
    private static final List<String> TAKING = List.of("auditor", "ciso");

    private final Messaging messaging;
    private final CaseRecord record;
    private final Visit visit;
    private final String service;

    AuditPage(
            Messaging messaging,
            CaseRecord record,
            Visit visit,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.messaging = messaging;
        this.record = record;
        this.visit = visit;
        this.service = service;
    }

    /** The last checkpoint. */
    @TemplateData
    public record End(long number, long sequence, Instant at) {
        static End of(Checkpoint one) {
            return new End(one.number(), one.sequence(), one.at());
        }
    }

    /** What the verifier said last. */
    @TemplateData
    public record Last(
            boolean sound, boolean proven, long findings, Instant at, long rows, long signed) {
        static Last of(LastVerification one) {
            return new Last(
                    one.sound(), one.proven(), one.findings(), one.at(), one.rows(), one.signed());
        }
    }

    /**
     * What is shown.
     *
     * @param caseId empty if no case was asked for
     * @param from number of the page shown, from 1
     * @param ofHouse whether the acts are those about the house and no case
     * @param taken whether the reader may take the whole record
     */
    @TemplateData
    public record Shown(
            String service,
            AuditSealer.State state,
            Optional<End> end,
            Optional<Last> verified,
            String caseId,
            List<CaseRecord.Act> acts,
            int from,
            boolean more,
            boolean ofHouse,
            boolean taken) {
        /** The address of a page of the same acts. */
        public String page(int number) {
            return "/desk/operations/"
                    + service
                    + "/audit?page="
                    + number
                    + (ofCase() ? "&case=" + caseId : "");
        }

        public boolean ofCase() {
            return !caseId.isEmpty();
        }

        public int before() {
            return from - 1;
        }

        public int after() {
            return from + 1;
        }

        /** Chained rows that nobody signed yet. */
        public long unsigned() {
            return state.last() - end.map(End::sequence).orElse(0L);
        }
    }

    @CheckedTemplate(basePath = "audit")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance service(Page page, Shown shown);
    }

    @GET
    @Reaches(Reach.DESK)
    public TemplateInstance service(
            @PathParam("service") String asked,
            @QueryParam("case") @DefaultValue("") String given,
            @QueryParam("page") @DefaultValue("1") String number,
            @Context SecurityContext who) {
        if (!asked.equals(service)) {
            throw new ProblemException(Problem.notFound());
        }
        int from = number.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(number) : 1;
        String reader = who.getUserPrincipal().getName();
        List<CaseRecord.Act> acts = acts(given, reader, (from - 1) * ON_A_PAGE);
        AuditSealer.State state = messaging.auditState();
        boolean more = acts.size() > ON_A_PAGE;
        Page page = visit.page("audit.service.title", name()).forStaff();
        return Templates.service(
                page,
                new Shown(
                        service,
                        state,
                        state.checkpoint().map(End::of),
                        state.folder()
                                .flatMap(at -> LastVerification.read(at, service))
                                .map(Last::of),
                        given,
                        more ? acts.subList(0, ON_A_PAGE) : acts,
                        from,
                        more,
                        given.isEmpty() && record.hasHouseActs(),
                        TAKING.stream().anyMatch(who::isUserInRole)));
    }

    private List<CaseRecord.Act> acts(String given, String reader, int offset) {
        if (!given.isEmpty()) {
            return record.read(caseId(given), reader, ON_A_PAGE + 1, offset);
        }
        return record.hasHouseActs()
                ? record.readHouse(service, reader, ON_A_PAGE + 1, offset)
                : List.of();
    }

    private static CaseId caseId(String given) {
        try {
            return CaseId.parse(given);
        } catch (IllegalArgumentException none) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private String name() {
        return visit.page("audit.service.title", "").word("operations.service", service);
    }
}
