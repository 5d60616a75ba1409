package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.system.LetterRule.rule;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.system.device.Swupdate;
import org.hikeshi.system.journey.PromisesOfA;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Critical vulnerability under a policy like A, by the public interfaces and with devices that
 * know nothing of the house but their address and token: reference devices and Debian's swupdate.
 * What must follow from each step is written in {@link PromisesOfA}.
 */
@Timeout(600)
class JourneyAE2ET {
    private static final List<String> VULNERABILITY =
            List.of("secret", "秘密", "asks twice", "二度たずね", "CWE-522");
    private static final List<String> IDENTITY = List.of("Kit Finder", "Riverside Lab");

    /** What this policy says in its mails, and what it does not have. */
    private static final List<LetterRule> OF_THIS_POLICY =
            List.of(
                    rule("A-texts", "Acknowledgement", "no legal action", "Personal data", "1\\.0")
                            .not("Our request until publication", "Disclaimer", "by \\w{3} \\d"),
                    rule(
                                    "A6",
                                    "Result of our",
                                    "rate it Critical",
                                    "take over the product",
                                    "as soon as they are set")
                            .not("CVSS"),
                    rule(
                            "A6-note",
                            "Change of dates",
                            "the date is set to",
                            "for this case individually",
                            "/status"),
                    rule("A3.4", "has begun", "2\\.4\\.1", "over the air"),
                    rule(
                            "A4.4",
                            "is complete",
                            "100\\.0%",
                            "counted from what the devices reported"),
                    rule("A7.4", "Important update", "2\\.4\\.1", "leave the gateway switched on")
                            .not("[Cc]ritical"),
                    rule("A3.5", "Date of publication", "once the remedy is in place"),
                    rule("A3.5", "Published", "/advisories/", "CVE", "credit", "free to speak")
                            .not("keep the matter"));

    @TempDir Path folder;

    @Test
    void everybodyIsToldWhatThePolicyPromises() throws Exception {
        RunningSystem system = Journey.system(SecondsPolicy.a(), "journey-a");
        Door door = Journey.door(system);
        JourneyAField field = new JourneyAField(system.origin(), folder);
        JourneyAStory story = new JourneyAStory(door, field);
        LetterRules rules =
                new LetterRules(
                        system.origin(),
                        VULNERABILITY,
                        IDENTITY,
                        Stream.concat(LetterRule.ALL.stream(), OF_THIS_POLICY.stream()).toList());
        try (Journey journey = Journey.through(system, door, story)) {
            var walk =
                    new JourneyWalk(journey, PromisesOfA.all(), rules, checks(door, story, field));
            assertThat(walk.faults()).isEmpty();
            PublishedCsaf.isAccepted(system, folder, 1);
        } finally {
            field.close();
            system.end();
        }
    }

    @Test
    void debiansSwupdateIsAmongTheDevices() {
        Assumptions.assumeTrue(
                Swupdate.isHere(), "swupdate, cpio or openssl is not installed on this machine");
    }

    private Map<String, JourneyWalk.Check> checks(
            Door door, JourneyAStory story, JourneyAField field) {
        return Map.of(
                "the catalogue is filled",
                () -> promisedByTheForm(door),
                "it is rated Critical by definition",
                () -> clock(story, "timeline", "A6-note", "running"),
                "it gets a timeline of its own",
                () -> clock(story, "timeline", "A6-note", "met"),
                "the fix is handed in",
                () -> noOtherGate(story),
                "all gates passed, obtainable",
                () -> offered(door, field),
                "it is published",
                () -> published(door, story),
                "checked and closed",
                () ->
                        assertThat(story.office().seenBy("ciso").getString("stage"))
                                .isEqualTo("closed"));
    }

    /** A-texts: safe harbour and privacy; nobody is asked for silence, no date is promised. */
    private static void promisedByTheForm(Door door) {
        new FormShown(door, "en")
                .says(
                        List.of(
                                FormShown.HARBOUR_EN,
                                "We take no legal action against people who report a vulnerability"
                                        + " in good faith",
                                "Personal data in a report is handled as our privacy notice says"),
                        List.of(FormShown.SILENCE_EN, FormShown.CONFIRMATION_EN, "keep secret"));
        new FormShown(door, "ja")
                .says(
                        List.of(FormShown.HARBOUR_JA, "当社は法的な手段をとりません", "個人情報の取り扱いの定め"),
                        List.of(FormShown.SILENCE_JA, FormShown.CONFIRMATION_JA, "秘密"));
    }

    private static void clock(JourneyAStory story, String name, String clause, String state) {
        assertThat(story.office().seenBy("ciso").getJsonArray("clocks"))
                .as("clock %s", name)
                .map(JsonObject.class::cast)
                .anyMatch(
                        clock ->
                                clock.getString("clock").equals(name)
                                        && clock.getString("clause").equals(clause)
                                        && clock.getString("state").equals(state));
    }

    /** A3.3: which gates there are is the policy's word; this one has no security review. */
    private static void noOtherGate(JourneyAStory story) {
        assertThat(story.workshop().seenBy("developer").encode())
                .contains("qa-regression")
                .doesNotContain("security-review");
    }

    /** A7.2: what is offered verifies with openssl, other bytes do not; devices get that key. */
    private void offered(Door door, JourneyAField field) throws Exception {
        String place = "/downloads/SM-7/2.4.1/SM-7-2.4.1.swu";
        byte[] file = fetch(door, place);
        byte[] signature = fetch(door, place + ".sig");
        String key = new String(fetch(door, "/downloads/signing-key.pem"), StandardCharsets.UTF_8);
        field.trust(key);
        assertThat(OpenSsl.verifiesPss(folder, key, file, signature)).isTrue();
        byte[] other = file.clone();
        other[77] ^= 1;
        assertThat(OpenSsl.verifiesPss(folder, key, other, signature)).as("tampered").isFalse();
    }

    private static void published(Door door, JourneyAStory story) throws IOException {
        String id = story.press().read("security-office").getString("publicId");
        for (String file : List.of("", ".ja", ".en", ".txt")) {
            assertThat(page(door, "/advisories/" + id + file))
                    .as(file)
                    .contains(id, "SM-7", "2.4.1", "Kit Finder, Riverside Lab")
                    .doesNotContain("CVSS");
        }
        assertThat(page(door, "/policy"))
                .as("A-texts, A6, A8")
                .contains("no legal action", "1 year")
                .doesNotContain("CVSS", "business day", "keep a vulnerability secret");
    }

    private static String page(Door door, String path) {
        return new String(fetch(door, path), StandardCharsets.UTF_8);
    }

    private static byte[] fetch(Door door, String path) {
        return door.expect(Door.Call.of(null, "GET", path, null).with("Accept", "*/*")).body();
    }
}
