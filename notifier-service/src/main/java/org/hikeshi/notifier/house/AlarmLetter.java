package org.hikeshi.notifier.house;

import java.util.List;
import java.util.Locale;
import org.hikeshi.events.AlarmState;
import org.hikeshi.events.AuditAlarm;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** S14: whose record of acts does not go on, why and since when, or that it goes on again. */
record AlarmLetter(AuditAlarm alarm) implements HouseLetter {

    @Override
    public List<String> watching() {
        return List.of("auditor", "ciso", "security-office", "it-operations");
    }

    @Override
    public Letter write(Stationery stationery, Policy policy, List<Language> languages) {
        return stationery.letter(
                policy,
                languages,
                draft -> draft.words(key("subject"), HouseLetter.service(draft, alarm)),
                this::body);
    }

    private void body(Draft draft) {
        String cause = alarm.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
        draft.say(key("sentence"))
                .fact("parked.service", HouseLetter.service(draft, alarm))
                .fact("parked.cause", draft.words("alarm.cause." + cause))
                .fact("alarm.since", draft.instant(alarm.since()))
                .fact("parked.page", draft.link("/desk/operations/" + alarm.service().written()))
                .say(key("foot"));
    }

    /** Of a state that a later version knows, that it is an alarm is the safe word. */
    private String key(String part) {
        return (alarm.state() == AlarmState.OVER ? "alarm.over." : "alarm.raised.") + part;
    }
}
