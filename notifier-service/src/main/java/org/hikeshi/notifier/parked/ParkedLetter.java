package org.hikeshi.notifier.parked;

import java.util.List;
import java.util.Locale;
import org.hikeshi.events.EventParked;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** S14: which service put how many records aside, and why; nothing of what was in them. */
final class ParkedLetter {
    private ParkedLetter() {}

    static Letter write(
            Stationery stationery, EventParked parked, Policy policy, List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft -> draft.words("parked.subject", service(draft, parked)),
                draft -> body(draft, parked));
    }

    private static void body(Draft draft, EventParked parked) {
        String cause = parked.cause().name().toLowerCase(Locale.ROOT);
        draft.say("parked.sentence")
                .fact("parked.service", service(draft, parked))
                .fact("parked.cause", draft.words("parked.cause." + cause))
                .fact("parked.count", Integer.toString(parked.records()))
                .fact("parked.since", draft.instant(parked.since()))
                .fact("parked.page", draft.link("/desk/operations/" + parked.service().written()))
                .say("parked.foot");
    }

    private static String service(Draft draft, EventParked parked) {
        return draft.words("parked.service." + parked.service().written());
    }
}
