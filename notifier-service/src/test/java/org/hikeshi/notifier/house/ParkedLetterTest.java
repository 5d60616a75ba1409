package org.hikeshi.notifier.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hikeshi.events.EventParked;
import org.hikeshi.events.HouseService;
import org.hikeshi.events.ParkedCause;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.LetterChecks;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S14: service, cause, number and page, in both languages. */
class ParkedLetterTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T01:00:00Z");

    @ParameterizedTest
    @EnumSource(ParkedCause.class)
    void everyCauseHasItsWords(ParkedCause cause) {
        for (HouseService service : HouseService.values()) {
            Letter letter =
                    HouseLetter.of(new EventParked(service, cause, 42, SINCE, SINCE))
                            .write(
                                    LetterChecks.STATIONERY,
                                    PolicyFile.loadBundled("default").policy(),
                                    List.of(Language.JA, Language.EN));
            LetterChecks.sound(letter);
            assertThat(letter.text())
                    .contains("件数: 42", "Events: 42")
                    .contains("/desk/operations/" + service.written())
                    .doesNotContain("mail.parked", "parked.cause");
            assertThat(letter.subject()).startsWith("保留イベントがあります: ").contains("Parked events: ");
        }
    }
}
