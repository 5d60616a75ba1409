package org.hikeshi.disclosure.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hikeshi.disclosure.pgp.DeskKey;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code GET /}: what do I want here? */
@Path("/")
public class HomePage {

    private final Visit visit;
    private final DeskKey key;

    HomePage(Visit visit, DeskKey key) {
        this.visit = visit;
        this.key = key;
    }

    /** {@code fingerprint} of the desk's key in groups of four, empty if there is none. */
    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance home(Page page, String fingerprint);
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return Templates.home(visit.page("home.title"), key.fingerprintInGroups().orElse(""));
    }
}
