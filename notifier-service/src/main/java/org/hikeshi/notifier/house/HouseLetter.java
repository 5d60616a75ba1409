package org.hikeshi.notifier.house;

import java.util.List;
import java.util.Set;
import org.hikeshi.events.AuditAlarm;
import org.hikeshi.events.EventParked;
import org.hikeshi.events.EventType;
import org.hikeshi.events.HouseEvent;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;

/** The mail about one thing that a service said of itself, and who gets it. */
sealed interface HouseLetter permits ParkedLetter, AlarmLetter {
    /** What is told by mail. */
    Set<String> TYPES = Set.of(EventType.EVENT_PARKED.ceType(), EventType.AUDIT_ALARM.ceType());

    static HouseLetter of(HouseEvent said) {
        return switch (said) {
            case EventParked parked -> new ParkedLetter(parked);
            case AuditAlarm alarm -> new AlarmLetter(alarm);
        };
    }

    /** Names of the roles that are told. */
    List<String> watching();

    Letter write(Stationery stationery, Policy policy, List<Language> languages);

    static String service(Draft draft, HouseEvent said) {
        return draft.words("parked.service." + said.service().written());
    }
}
