package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hikeshi.system.LetterRule.rule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.RefusedException;
import org.hikeshi.system.journey.PromisesOfZ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vulnerability under a policy like Z, by the public interfaces: no clock that anybody was
 * promised, a notice while others talk, a download whose spread is declared, silence asked for and
 * ended. What must follow from each step is written in {@link PromisesOfZ}. The mailbox of its desk
 * comes with a later issue.
 */
@Timeout(600)
class JourneyZE2ET {
    private static final List<String> VULNERABILITY =
            List.of("任意の", "細工", "帳票", "crafted", "CWE-94", "execute");
    private static final List<String> IDENTITY = List.of("検見", "花子", "川辺");

    /** 「12月15日(火)までに」 and the like. */
    private static final String PROMISE = "\\d+月\\d+日\\([月火水木金土日]\\)[^。]{0,20}まで";

    /** What this policy says in its mails; no number of the house is told to anybody. */
    private static final List<LetterRule> OF_THIS_POLICY =
            List.of(
                    rule("Z2.1", "受付のお知らせ", "1\\.0 版", "秘密にしていただくようお願い", "何も保証するものではありません")
                            .not(PROMISE, "お約束の期限", "善意の報告への約束"),
                    rule("Z2.1", "担当者の確認", "担当者がご報告を読み", "/status").not(PROMISE),
                    rule("Z2.2", "調査結果", "深刻度", "影響を受ける製品", "異議", "決まりしだい", "/status").not(PROMISE),
                    rule("Z2.3", "配布開始", "5\\.2\\.1", "ダウンロード").not(PROMISE, "OTA"),
                    rule("Z2.3", "配布完了", "100\\.0%", "担当者の申告").not(PROMISE),
                    rule("Z2.4", "公表日時のお知らせ", "入手できるようになってから", "公表しないようお願い"),
                    rule("Z-secret", "公表のお知らせ", "SN|これで終わり", "/advisories/").not(PROMISE),
                    rule("Z-SA", "セキュリティ情報", "5\\.2\\.1", "psirt@software\\.example\\.com"),
                    rule("Z2.5", "対応完了", "ご意見").not(PROMISE));

    @TempDir Path folder;

    @Test
    void everybodyIsToldWhatThePolicyPromises() throws Exception {
        RunningSystem system = Journey.system(SecondsPolicy.z(), "journey-z");
        Door door = Journey.door(system);
        JourneyZStory story = new JourneyZStory(door);
        LetterRules rules =
                new LetterRules(system.origin(), VULNERABILITY, IDENTITY, ofThisPolicy());
        try (Journey journey = Journey.through(system, door, story)) {
            var walk = new JourneyWalk(journey, PromisesOfZ.all(), rules, checks(door, story));
            assertThat(walk.faults()).isEmpty();
            PublishedCsaf.isAccepted(system, folder, 2);
        } finally {
            system.end();
        }
    }

    /** The common rules but for those that want a date (R2, R4). */
    private static List<LetterRule> ofThisPolicy() {
        return Stream.concat(
                        LetterRule.ALL.stream()
                                .filter(rule -> !List.of("R2", "R4").contains(rule.mail())),
                        OF_THIS_POLICY.stream())
                .toList();
    }

    private static Map<String, JourneyWalk.Check> checks(Door door, JourneyZStory story) {
        return Map.of(
                "the catalogue is filled",
                () -> promisedByTheForm(door),
                "a report",
                () ->
                        assertThat(story.finder().status().getJsonArray("promises"))
                                .as("Z2.2: promises on the status page")
                                .isEmpty(),
                "a person read it",
                () ->
                        assertThat(story.finder().status().containsKey("nextUpdateDue"))
                                .as("Z2.2: a promised next word")
                                .isFalse(),
                "a notice while others talk",
                () -> noticed(door, story),
                "the advisory is drafted, reviewed and approved",
                () -> notYet(story),
                "verified, signed and to be had",
                () ->
                        assertThat(obstacles(story))
                                .as("Z2.4: the remedy can be had, only the date is missing")
                                .containsExactly("no-date"),
                "its spread is declared",
                () ->
                        assertThat(story.campaign().encode())
                                .as("Z2.3: declared, not measured")
                                .contains("\"declared\":2"),
                "it is published",
                () -> published(door, story),
                "checked and closed",
                () -> {
                    story.finder().givesFeedback("よく分かる説明でした。");
                    assertThat(story.office().seenBy("ciso").getString("stage"))
                            .isEqualTo("closed");
                });
    }

    /** Z-secret: a request, without condition; no safe harbour, no date for anything. */
    private static void promisedByTheForm(Door door) {
        new FormShown(door, "ja")
                .says(
                        List.of(FormShown.SILENCE_JA, "脆弱性の内容を秘密にしていただくようお願いします"),
                        List.of(FormShown.HARBOUR_JA, FormShown.CONFIRMATION_JA, "法的"));
        new FormShown(door, "en")
                .says(
                        List.of(
                                FormShown.SILENCE_EN,
                                "We ask reporters to keep a vulnerability secret until we have"
                                        + " published it"),
                        List.of(FormShown.HARBOUR_EN, FormShown.CONFIRMATION_EN, "legal"));
    }

    /** Z2.4: what is approved stays inside until its remedy can be had. */
    private static void notYet(JourneyZStory story) {
        assertThatThrownBy(() -> story.press().published("security-office"))
                .isInstanceOfSatisfying(
                        RefusedException.class, no -> assertThat(no.status()).isEqualTo(409));
        assertThat(obstacles(story)).contains("precondition-remedy-obtainable");
        assertThat(story.press().last().getString("state")).isEqualTo("approved");
    }

    private static List<String> obstacles(JourneyZStory story) {
        return story.press().read("security-office").getJsonArray("obstacles").stream()
                .map(String.class::cast)
                .toList();
    }

    /** Z-SN, Z-all. */
    private static void noticed(Door door, JourneyZStory story) {
        String id = story.press().last().getString("publicId");
        assertThat(page(door, "/advisories/" + id)).contains(id, "報道");
        assertThat(page(door, "/notices")).contains(id);
        assertThat(page(door, "/advisories")).as("everything at one place").contains(id);
    }

    private static void published(Door door, JourneyZStory story) {
        String id = story.press().last().getString("publicId");
        for (String file : List.of("", ".ja", ".en", ".txt")) {
            assertThat(page(door, "/advisories/" + id + file))
                    .as(file)
                    .contains(id, "LS-5", "5.2.1", "検見 花子(川辺研究所)");
        }
        assertThat(page(door, "/policy"))
                .as("Z-secret, Z-disclaimer, Z2.2")
                .contains("秘密にしていただくようお願い", "何も保証するものではありません")
                .doesNotContain("営業日", "CVSS", "法的な手段");
    }

    private static String page(Door door, String path) {
        byte[] page =
                door.expect(Door.Call.of(null, "GET", path, null).with("Accept", "*/*")).body();
        return new String(page, StandardCharsets.UTF_8);
    }
}
