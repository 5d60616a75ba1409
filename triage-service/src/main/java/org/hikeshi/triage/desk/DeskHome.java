package org.hikeshi.triage.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.absence.Colleagues;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.task.TaskList;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk}: what is due next, mine first. */
@Path("/desk")
@RolesAllowed("**")
public class DeskHome {
    private static final int MOST = 200;

    private final TaskList tasks;
    private final Colleagues colleagues;
    private final SecurityIdentity identity;
    private final Visit visit;
    private final Clock clock;

    DeskHome(
            TaskList tasks,
            Colleagues colleagues,
            SecurityIdentity identity,
            Visit visit,
            Clock clock) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.identity = identity;
        this.visit = visit;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance home(Page page, Due due);
    }

    /**
     * What the page shows.
     *
     * @param whose the tab: {@code mine}, {@code desk} or {@code all}
     * @param emergency whether this person may take emergency access to cases they do not see
     */
    public record Due(
            String whose,
            List<TaskList.Task> tasks,
            int mine,
            int all,
            long overdue,
            boolean emergency,
            Instant asOf) {}

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance home(@QueryParam("whose") @DefaultValue("mine") String whose) {
        colleagues.met(Person.of(identity));
        List<TaskList.Task> all = tasks.open(Person.of(identity), false, null, MOST, 0);
        List<TaskList.Task> mine = all.stream().filter(TaskList.Task::mine).toList();
        boolean everybody = whose.equals("all");
        List<TaskList.Task> shown = everybody ? all : mine;
        long overdue = shown.stream().filter(TaskList.Task::overdue).count();
        Page page =
                visit.page(
                                overdue > 0 ? "desk.home.title.overdue" : "desk.home.title",
                                shown.size(),
                                overdue)
                        .forStaff();
        return Templates.home(
                page,
                new Due(
                        everybody ? "all" : "mine",
                        shown,
                        mine.size(),
                        all.size(),
                        overdue,
                        CaseAct.BREAK_GLASS.mayBeDoneBy(identity.getRoles()),
                        clock.instant()));
    }
}
