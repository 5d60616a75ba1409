package org.hikeshi.casefile.audit;

import io.quarkus.qute.TemplateExtension;
import java.util.Set;
import org.hikeshi.web.Page;

/** Who and what of the record, in words. */
@TemplateExtension
public final class AuditWords {
    private static final String ACTION = "audit.action.";
    private static final Set<String> SERVICES =
            Set.of("intake", "triage", "release", "disclosure", "notifier");

    private AuditWords() {}

    /** What was done; the code itself only if nobody gave it words. */
    public static String auditAction(Page page, String action) {
        return page.words().knows(ACTION + action) ? page.say(ACTION + action) : action;
    }

    /** Who did it: the reporter, a service, or a person by the staff id. */
    public static String auditActor(Page page, String actor) {
        if (actor.equals("reporter")) {
            return page.say("audit.reporter");
        }
        return SERVICES.contains(actor)
                ? page.say("audit.service", page.word("operations.service", actor))
                : actor;
    }
}
