package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.function.Predicate;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.journey.Outcome;
import org.hikeshi.system.journey.OutcomeJudge;
import org.hikeshi.system.journey.Promises;
import org.hikeshi.system.journey.PromisesOfE;
import org.hikeshi.system.kills.DotWindow;
import org.hikeshi.system.kills.RunFacts.Kill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Journey E while a service is killed in each of its steps (SIGKILL, restarted by the launcher): it
 * takes longer, and every mail, fact, task, milestone and public file is as it is when nobody is
 * killed. The judge is {@link OutcomeJudge}, which its own test shows every crooked outcome; here
 * it must also see, with the same eyes, a mail that really came twice.
 *
 * <p>One victim in every third step and at the publication, the services in turn; {@code
 * -Dhikeshi.long} every service in every step; {@code -Dhikeshi.seed=N} repeats steps, victims and
 * moments.
 */
class JourneyEKillsFaultTest {
    private static final boolean LONG = System.getProperty("hikeshi.long") != null;
    private static final List<String> SERVICES = RunningSystem.SERVICES;
    private static final Duration BACK = Duration.ofMinutes(2);

    /**
     * An answer comes before the warning of its date, though a service has to come back on a busy
     * machine: with 40 s a warning was once due, rightly.
     */
    private static final Duration UNTIL_PUBLICATION = Duration.ofSeconds(60);

    private static final int PUBLICATION = 14;

    private final Promises promises = PromisesOfE.all();

    @Test
    @Timeout(2_400)
    void killsDelayItAndChangeNoResult() throws Exception {
        long seed = Long.getLong("hikeshi.seed", System.nanoTime());
        System.out.printf("kills in journey E: -Dhikeshi.seed=%d%n", seed);
        Random random = new Random(seed);
        int first = random.nextInt(SERVICES.size());
        Path policy = SecondsPolicy.e().writtenTo(Path.of("target", "policies").toAbsolutePath());
        RunningSystem system = RunningSystem.ofProcesses(policy, "journey-e-kills");
        try {
            for (int turn = 0; turn < (LONG ? SERVICES.size() : 1); turn++) {
                walk(system, first + turn, random);
            }
        } finally {
            system.end();
        }
    }

    private void walk(RunningSystem system, int turn, Random random) throws Exception {
        List<Kill> kills = new ArrayList<>();
        KillingDoor door = new KillingDoor(system, random);
        try (Journey journey =
                Journey.through(system, door, random.nextLong(), UNTIL_PUBLICATION)) {
            List<Story.Step> steps = journey.story().steps();
            assertThat(steps).hasSize(promises.size());
            Instant agreed = Instant.MAX;
            for (int i = 0; i < steps.size(); i++) {
                String victim = SERVICES.get((i + turn) % SERVICES.size());
                boolean dies = LONG || i == PUBLICATION || i % 3 == turn % 3;
                awaitBack(system, victim);
                if (i == PUBLICATION) {
                    door.aim(victim, agreed.plus(UNTIL_PUBLICATION));
                } else if (dies) {
                    door.aim(victim);
                }
                agreed = Instant.now();
                done(steps.get(i), i, dies ? victim : "nobody");
                if (dies) {
                    kills.add(door.hit());
                }
            }
            Predicate<Instant> excused = accepted -> DotWindow.excuses(kills, accepted);
            Seen seen =
                    journey.settled(
                            "the whole journey", one -> faults(one.outcome(), excused).isEmpty());
            assertThat(kills).hasSizeGreaterThanOrEqualTo(steps.size() / 3);
            assertThat(faults(seen.outcome(), excused)).as("killed %s", kills).isEmpty();
            seesARepeat(journey, seen.outcome(), excused);
        }
    }

    private void done(Story.Step step, int number, String victim) throws Exception {
        Instant begin = Instant.now();
        try {
            step.deed().run();
        } catch (RuntimeException e) {
            throw new AssertionError(promises.step(number) + " while " + victim + " died", e);
        }
        System.out.printf(
                "kills in journey E: %2d %-10s %5d ms%n",
                number, victim, Duration.between(begin, Instant.now()).toMillis());
    }

    private List<String> faults(Outcome outcome, Predicate<Instant> excused) {
        return OutcomeJudge.faults(promises.whole(), outcome, excused);
    }

    private static void awaitBack(RunningSystem system, String victim) {
        Waiting.until(
                victim + " is back",
                BACK,
                () -> system.pids().containsKey(victim) && system.isReady(victim));
    }

    /** The control: a mail of this journey arrives again, and no kill was near. */
    private void seesARepeat(Journey journey, Outcome kept, Predicate<Instant> excused)
            throws Exception {
        RunningSystem system = journey.system();
        KeptMail mail =
                system.mailFolder().mails().stream()
                        .filter(one -> one.to().contains("finder@example.com"))
                        .filter(one -> !excused.test(one.receivedAt()))
                        .findFirst()
                        .orElseThrow();
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", String.valueOf(system.smtpPort()));
        Session session = Session.getInstance(smtp);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(mail.raw())),
                    InternetAddress.parse("finder@example.com"));
        }
        Seen again = journey.settled("a mail came again", one -> !one.letters().isEmpty());
        List<Outcome.Mail> mails = new ArrayList<>(kept.mails());
        mails.addAll(again.outcome().mails());
        Outcome doubled =
                new Outcome(mails, kept.facts(), kept.tasks(), kept.milestones(), kept.files());
        assertThat(faults(doubled, excused))
                .singleElement()
                .asString()
                .contains("doubled outside the dot window");
    }
}
