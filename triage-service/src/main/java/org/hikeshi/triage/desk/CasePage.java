package org.hikeshi.triage.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.KnownProducts;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.triage.overview.CaseView;
import org.hikeshi.triage.overview.ReadingCase;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/cases/{number}}: where a case stands and what is missing. */
@Path("/desk/cases/{number}")
@RolesAllowed("**")
public class CasePage {
    private static final int NEWEST = 60;

    private final ReadingCase reading;
    private final Answers answers;
    private final CaseTitles titles;
    private final KnownProducts products;
    private final Reasons reasons;
    private final SecurityIdentity identity;
    private final Visit visit;

    CasePage(
            ReadingCase reading,
            Answers answers,
            CaseTitles titles,
            KnownProducts products,
            Reasons reasons,
            SecurityIdentity identity,
            Visit visit) {
        this.reading = reading;
        this.answers = answers;
        this.titles = titles;
        this.products = products;
        this.reasons = reasons;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance caseFile(Page page, Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param title as the reporter wrote it; empty while intake is away
     * @param earlierNumber of an imported record, in the list it came from
     * @param primary the form of the next action, empty if it is not this person's
     * @param others the other forms that are possible now
     */
    public record Shown(
            CaseView view,
            String title,
            String earlierNumber,
            List<ClockShown> clocks,
            List<StepShown> steps,
            List<MissingShown> missing,
            String primary,
            List<String> others,
            List<MomentShown> newest,
            List<Reasons.Reason> reasons,
            String duplicateOf) {

        /** The severity, or that there is none yet. */
        public String level() {
            String severity = view.severity();
            return severity == null ? "unscored" : severity;
        }

        /** Where another service shows what it knows of this case. */
        public String panel(String area) {
            return "/desk/" + area + "/cases/" + view.caseId() + "/panel";
        }
    }

    /**
     * @param state one of the look's clock words
     */
    public record ClockShown(CaseView.ClockView clock, String product, String state) {}

    /** A milestone with the name of its product. */
    public record StepShown(CaseView.MilestoneView step, String product, String state) {

        /** The milestone, and the product where it is one of several. */
        public String label(Page page) {
            String name = page.word("desk.milestone", step.name());
            return product.isEmpty() ? name : name + " " + product;
        }
    }

    /** A fact of the timeline with what it says, in one line. */
    public record MomentShown(java.time.Instant at, String code, String detail) {
        static MomentShown of(CaseView.Moment moment, FactWords words) {
            return new MomentShown(moment.at(), moment.code(), words.line(moment.detail()));
        }
    }

    /** Something missing with the name of its product. */
    public record MissingShown(String milestone, String product) {}

    @GET
    @Reaches(Reach.CASE)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response page(@PathParam("number") String number, @Context RoutingContext request) {
        Person person = Person.of(identity);
        Optional<ReadingCase.Seen> seen =
                reading.find(number).flatMap(caseId -> reading.read(person, caseId));
        if (seen.isEmpty()) {
            return answers.notFound(request);
        }
        Page page = visit.page("desk.case.title", seen.get().line().number()).forStaff();
        CaseTitles.Called called = titles.of(List.of(seen.get().caseId().toString()));
        return Response.ok(Templates.caseFile(page, shown(seen.get(), person, called, page)))
                .build();
    }

    private Shown shown(ReadingCase.Seen seen, Person person, CaseTitles.Called called, Page page) {
        CaseView view = seen.view();
        ProductNames names = ProductNames.of(products.all());
        List<String> possible =
                Stream.of(seen)
                        .filter(ReadingCase.Seen::mayAct)
                        .flatMap(open -> CaseForm.possible(open.standing(), person).stream())
                        .map(CaseForm::written)
                        .toList();
        String next =
                CaseForm.forAction(view.nextAction().code()).map(CaseForm::written).orElse("");
        boolean mine = possible.contains(next);
        return new Shown(
                view,
                called.title(view.caseId()),
                called.number(view.caseId()),
                view.clocks().stream().map(one -> clock(one, names)).toList(),
                view.milestones().stream().map(one -> step(one, view, names)).toList(),
                view.missing().stream()
                        .map(one -> new MissingShown(one.milestone(), names.of(one.product())))
                        .toList(),
                mine ? next : "",
                possible.stream().filter(one -> !(mine && one.equals(next))).toList(),
                view.timeline().reversed().stream()
                        .limit(NEWEST)
                        .map(one -> MomentShown.of(one, new FactWords(page, names)))
                        .toList(),
                person.seesAll() ? reasons.of(seen.caseId()) : List.of(),
                duplicateOf(view));
    }

    private static String duplicateOf(CaseView view) {
        CaseView.ClosureView closure = view.closure();
        String other = closure == null ? null : closure.duplicateOf();
        return other == null ? "" : other;
    }

    private static StepShown step(CaseView.MilestoneView one, CaseView view, ProductNames names) {
        boolean later = one.state().equals("due") && !isNext(one, view);
        return new StepShown(one, names.of(one.product()), later ? "open" : one.state());
    }

    private static boolean isNext(CaseView.MilestoneView one, CaseView view) {
        return !view.missing().isEmpty()
                && view.missing().getFirst().milestone().equals(one.name());
    }

    private static ClockShown clock(CaseView.ClockView one, ProductNames names) {
        String state =
                switch (one.state()) {
                    case "running" -> "kept";
                    case "at-risk" -> "at-risk";
                    case "breached", "missed" -> "breached";
                    case "ended" -> "paused";
                    default -> "met";
                };
        String product = names.of(one.product());
        String code = one.trackingCode();
        return new ClockShown(one, product.isEmpty() && code != null ? code : product, state);
    }
}
