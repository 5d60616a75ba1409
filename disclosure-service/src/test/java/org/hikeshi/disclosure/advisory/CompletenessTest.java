package org.hikeshi.disclosure.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final List<String> BOTH = List.of("ja", "en");

    private static List<String> missing(AdvisoryContent content, boolean revision) {
        return Completeness.missing(
                content, new Completeness.Asked(BOTH, true, List.of("A. Finder"), revision));
    }

    private static AdvisoryContent with(
            Map<String, String> remedy, Map<String, String> workaround, List<String> credits) {
        AdvisoryContent all = Contents.complete();
        return new AdvisoryContent(
                all.kind(),
                all.texts(),
                all.affected(),
                all.vulnerabilities(),
                remedy,
                workaround,
                credits,
                all.contact(),
                all.disclaimer(),
                all.changeNote());
    }

    @Test
    void aWholeTextMissesNothing() {
        assertThat(missing(Contents.complete(), false)).isEmpty();
    }

    @Test
    void whatStandsInOneLanguageMustStandInTheOther() {
        AdvisoryContent all = Contents.complete();
        assertThat(missing(with(all.remedy(), Map.of("ja", "止める"), all.credits()), false))
                .containsExactly("workaround.en");
    }

    @Test
    void aFixThatNobodyCanFindIsNotComplete() {
        AdvisoryContent all = Contents.complete();
        assertThat(missing(with(Map.of(), all.workaround(), all.credits()), false))
                .containsExactly("remedy.ja", "remedy.en");
    }

    @Test
    void aReporterWhoWishesToBeNamedIsNamed() {
        AdvisoryContent all = Contents.complete();
        assertThat(missing(with(all.remedy(), all.workaround(), List.of()), false))
                .containsExactly("credit");
        assertThat(Completeness.missing(all, new Completeness.Asked(BOTH, true, null, false)))
                .containsExactly("credit-unknown");
    }

    @Test
    void aRevisionSaysWhatChanged() {
        assertThat(missing(Contents.complete(), true))
                .containsExactly("changeNote.ja", "changeNote.en");
    }

    @Test
    void languagesThatSayOtherNumbersAreNoticed() {
        assertThat(Twins.differences(Contents.complete())).isEmpty();
        AdvisoryContent all = Contents.complete();
        assertThat(
                        Twins.differences(
                                with(
                                        Map.of("ja", "2.4.1 に更新", "en", "Update to 2.4.2"),
                                        all.workaround(),
                                        all.credits())))
                .containsEntry("remedy", List.of("2.4.1", "2.4.2"));
    }

    @Test
    void equalContentsHaveEqualHashes() {
        byte[] one = ContentForm.bytes(Contents.complete());
        assertThat(ContentForm.bytes(ContentForm.read(one))).isEqualTo(one);
        assertThat(ContentForm.hash(one)).matches("[0-9a-f]{64}");
    }
}
