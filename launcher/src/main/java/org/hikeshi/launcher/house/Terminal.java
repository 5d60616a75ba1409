package org.hikeshi.launcher.house;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * What the person at the terminal reads, in Japanese or English, with ticks in green where colour
 * is wanted. The script shows this stream until everything is ready; with {@code --foreground} it
 * goes on.
 */
public final class Terminal implements Supervisor.Listener {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final PrintStream out;
    private final Wishes wishes;
    private final InstantSource clock;
    private final Instant began;

    public Terminal(PrintStream out, Wishes wishes, InstantSource clock) {
        this.out = out;
        this.wishes = wishes;
        this.clock = clock;
        this.began = clock.instant();
    }

    /** One line in the language of the terminal. */
    public synchronized void line(String english, String japanese) {
        out.println(wishes.japanese() ? japanese : english);
        out.flush();
    }

    synchronized void begin(String english, String japanese) {
        out.print(wishes.japanese() ? japanese : english);
        out.flush();
    }

    /** One more green tick on the line of starts. */
    synchronized void tick(String name) {
        out.print(name + (wishes.colour() ? " \u001b[32m✔\u001b[0m  " : " ✔  "));
        out.flush();
    }

    synchronized void endTicks() {
        long seconds = Duration.between(began, clock.instant()).toSeconds();
        out.printf("      %d:%02d%n", seconds / 60, seconds % 60);
        out.flush();
    }

    private String now() {
        return TIME.format(clock.instant());
    }

    @Override
    public void ended(Resident who, int status, Duration waits) {
        line(
                "%s %s ended by itself (%d); it is started again in %d s."
                        .formatted(now(), who.name(), status, waits.toSeconds()),
                "%s %s が終了しました(%d)。%d 秒後に再起動します。"
                        .formatted(now(), who.name(), status, waits.toSeconds()));
    }

    @Override
    public void startedAgain(Resident who) {
        line(
                "%s %s is back.".formatted(now(), who.name()),
                "%s %s が復帰しました。".formatted(now(), who.name()));
    }

    @Override
    public void failedToStart(Resident who, String sentence) {
        line(
                "%s %s did not start: %s".formatted(now(), who.name(), sentence),
                "%s %s を起動できませんでした: %s".formatted(now(), who.name(), sentence));
    }
}
