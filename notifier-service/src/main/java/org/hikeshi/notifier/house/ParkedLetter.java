package org.hikeshi.notifier.house;

import java.util.List;
import java.util.Locale;
import org.hikeshi.events.EventParked;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** S14: which service put how many records aside, and why; nothing of what was in them. */
record ParkedLetter(EventParked parked) implements HouseLetter {

    @Override
    public List<String> watching() {
        return List.of("auditor", "ciso", "it-operations");
    }

    @Override
    public Letter write(Stationery stationery, Policy policy, List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft -> draft.words("parked.subject", HouseLetter.service(draft, parked)),
                this::body);
    }

    private void body(Draft draft) {
        String cause = parked.cause().name().toLowerCase(Locale.ROOT);
        draft.say("parked.sentence")
                .fact("parked.service", HouseLetter.service(draft, parked))
                .fact("parked.cause", draft.words("parked.cause." + cause))
                .fact("parked.count", Integer.toString(parked.records()))
                .fact("parked.since", draft.instant(parked.since()))
                .fact("parked.page", draft.link("/desk/operations/" + parked.service().written()))
                .say("parked.foot");
    }
}
