package org.hikeshi.notifier.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hikeshi.events.AlarmCause;
import org.hikeshi.events.AlarmState;
import org.hikeshi.events.AuditAlarm;
import org.hikeshi.events.HouseService;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.LetterChecks;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S14: service, cause, since when and page, in both languages; beginning and end apart. */
class AlarmLetterTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T01:00:00Z");

    private static Letter letter(HouseService service, AlarmCause cause, AlarmState state) {
        return HouseLetter.of(new AuditAlarm(service, cause, state, SINCE, SINCE))
                .write(
                        LetterChecks.STATIONERY,
                        PolicyFile.loadBundled("default").policy(),
                        List.of(Language.JA, Language.EN));
    }

    @ParameterizedTest
    @EnumSource(AlarmCause.class)
    void everyCauseHasItsWords(AlarmCause cause) {
        for (HouseService service : HouseService.values()) {
            for (AlarmState state : AlarmState.values()) {
                Letter letter = letter(service, cause, state);
                LetterChecks.sound(letter);
                assertThat(letter.text())
                        .contains("発生日時: ", "Since: ", "./hikeshi verify")
                        .contains("/desk/operations/" + service.written())
                        .doesNotContain("mail.alarm", "alarm.cause");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(AlarmState.class)
    void theSubjectSaysWhetherItIsOver(AlarmState state) {
        String subject = letter(HouseService.INTAKE, AlarmCause.KEY, state).subject();
        if (state == AlarmState.OVER) {
            assertThat(subject).startsWith("行為の記録の異常が解消しました: ").contains("goes on again: ");
        } else {
            assertThat(subject).startsWith("行為の記録が止まっています: ").contains("does not go on: ");
        }
    }
}
