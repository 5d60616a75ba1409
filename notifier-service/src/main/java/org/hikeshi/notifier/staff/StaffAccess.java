package org.hikeshi.notifier.staff;

import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.IdentityRead;
import org.hikeshi.events.StaffRole;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.policy.Role;

/** S14: who looked, at what, what for, and until when; never whom they saw. */
final class StaffAccess {
    private StaffAccess() {}

    /** What tells this mail from the others, for its subject. */
    static String name(Draft draft, Heard about) {
        return draft.words(
                switch (about.event()) {
                    case GlassBroken _ -> "access.subject.emergency";
                    case IdentityRead read when read.unusual() -> "access.subject.unusual";
                    default -> "access.subject.identity";
                });
    }

    static void told(Draft draft, Heard about, Sight sight) {
        switch (about.event()) {
            case GlassBroken taken -> {
                draft.say("access.emergency");
                if (sight.theRecord()) {
                    // The reason is shown to nobody else (ADR 0706).
                    draft.say("access.emergency.check");
                }
                draft.fact("access.who", taken.by().value());
                if (taken.role() != StaffRole.UNKNOWN) {
                    Role role = Role.valueOf(taken.role().name());
                    draft.fact("access.role", draft.policy().roleName(role, draft.language()));
                }
                draft.fact("access.until", draft.instant(taken.until()));
            }
            case IdentityRead read -> {
                draft.say(read.unusual() ? "access.unusual" : "access.identity");
                draft.fact("access.who", read.by().value());
                draft.fact(
                        "access.purpose",
                        draft.words("access.purpose." + StaffTasks.written(read.purpose())));
                draft.fact("access.count", Integer.toString(read.withinAnHour()));
            }
            default -> throw new IllegalArgumentException("no access: " + about.event());
        }
        if (sight.theRecord()) {
            draft.fact("access.record", draft.link("/desk/audit"));
        }
    }
}
