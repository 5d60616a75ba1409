package org.hikeshi.system;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Finder;
import org.hikeshi.launcher.demo.Office;
import org.hikeshi.launcher.demo.Press;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.launcher.demo.Workshop;
import org.jspecify.annotations.Nullable;

/** What the people of a journey have in hand, and what they do alike under every policy. */
abstract class JourneyScript implements Journey.Script {
    /** So long that the agreement is looked at before a warning of the date comes. */
    private static final Duration UNTIL_PUBLICATION = Duration.ofSeconds(25);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Door door;
    String product = "";
    String campaign = "";
    @Nullable Finder finder;
    @Nullable Office office;
    @Nullable Workshop workshop;
    @Nullable Press press;

    JourneyScript(Door door) {
        this.door = door;
    }

    /** What is done in a step; any exception ends the journey. */
    interface Deed {
        void run() throws Exception;
    }

    static Story.Step step(String what, Deed deed) {
        return new Story.Step(
                what,
                what,
                () -> {
                    try {
                        deed.run();
                    } catch (RuntimeException | InterruptedException as) {
                        throw as;
                    } catch (Exception e) {
                        throw new IllegalStateException(what, e);
                    }
                });
    }

    /** The date is proposed, the reporter agrees, and it is set. */
    void agreeOnDate() {
        Instant date = soon();
        press().date("security-office", date, date, false);
        Waiting.until(
                "the proposal on the status page",
                PATIENCE,
                () -> finder().status().containsKey("proposal"));
        finder().agreesToDate();
        press().date("security-office", date, date, true);
    }

    static Instant soon() {
        return Instant.now().plus(UNTIL_PUBLICATION).truncatedTo(ChronoUnit.SECONDS);
    }

    void awaitPublication() {
        Waiting.until(
                "publication",
                PATIENCE,
                () -> "published".equals(press().read("security-office").getString("state")));
    }

    void close() {
        finder().checkedFix("fixed");
        Waiting.until(
                "nothing is missing",
                PATIENCE,
                () -> office().seenBy("security-office").getJsonArray("missing").isEmpty());
        office().closes(
                        "security-office",
                        "resolved",
                        "修正版をお届けし、公表しました。",
                        "The fix is delivered and published.");
    }

    @Override
    public Finder finder() {
        return made(finder);
    }

    Office office() {
        return made(office);
    }

    Workshop workshop() {
        return made(workshop);
    }

    Press press() {
        return made(press);
    }

    private static <T> T made(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("the steps are made in order");
        }
        return thing;
    }
}
