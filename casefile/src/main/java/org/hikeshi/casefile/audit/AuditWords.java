package org.hikeshi.casefile.audit;

import io.quarkus.qute.TemplateExtension;
import org.hikeshi.trust.audit.Actors;
import org.hikeshi.web.Page;

/** Who and what of the record, in words. */
@TemplateExtension
public final class AuditWords {
    private static final String ACTION = "audit.action.";

    private AuditWords() {}

    /** What was done; the code itself only if nobody gave it words. */
    public static String auditAction(Page page, String action) {
        return page.words().knows(ACTION + action) ? page.say(ACTION + action) : action;
    }

    /** Who did it: the reporter, a service, or a person by the staff id. */
    public static String auditActor(Page page, String actor) {
        if (actor.equals(Actors.REPORTER)) {
            return page.say("audit.reporter");
        }
        return Actors.SERVICES.contains(actor)
                ? page.say("audit.service", page.word("operations.service", actor))
                : actor;
    }
}
