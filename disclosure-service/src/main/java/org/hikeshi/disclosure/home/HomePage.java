package org.hikeshi.disclosure.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import org.hikeshi.casefile.PolicyDesk;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code GET /}: what do I want here? */
@Path("/")
public class HomePage {

    private final Visit visit;
    private final PolicyDesk desk;
    private final Clock clock;

    HomePage(Visit visit, PolicyDesk desk, Clock clock) {
        this.visit = visit;
        this.desk = desk;
        this.clock = clock;
    }

    /** {@code asOf} is written out for people, {@code now} for machines. */
    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(Page page, String asOf, Instant now);
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        Language language = visit.languageOfStaticPage();
        Instant now = clock.instant();
        return Templates.home(
                visit.pageIn(language, "home.title"),
                PromisedDate.instant(now, PolicyDesk.inPolicy(language), desk.zone()),
                now);
    }
}
