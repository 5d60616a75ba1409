package org.hikeshi.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.hikeshi.launcher.house.Refusal;

/** Tells the story at a terminal: each step, then each mail that left because of it. */
public final class Demo {
    private static final int QUIET_LOOKS = 6;

    /** What a step leads to passes several services before its first mail leaves. */
    private static final int LOOKS_FOR_FIRST = 16;

    private static final int MOST_LOOKS = 40;
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final Door door;
    private final String origin;
    private final PrintStream out;
    private final boolean japanese;
    private final boolean pausing;

    /**
     * @param origin the address that a person opens
     * @param pausing whether Enter is waited for after each step
     */
    public Demo(Door door, String origin, PrintStream out, boolean japanese, boolean pausing) {
        this.door = door;
        this.origin = origin;
        this.out = out;
        this.japanese = japanese;
        this.pausing = pausing;
    }

    /** The door of a running system for its local people. */
    public static Door door(String origin, Properties people) {
        return new Door(java.net.URI.create(origin), people);
    }

    /**
     * @throws Refusal if no trial workspace answers
     */
    public void run() throws IOException, InterruptedException, GeneralSecurityException {
        requireTrial(door);
        Post post = new Post(door);
        post.fresh();
        int number = 0;
        Story story = new Story(door, Clock.systemUTC(), RandomGenerator.getDefault());
        for (Story.Step step : story.steps()) {
            out.printf("%n%2d  %s%n", ++number, japanese ? step.ja() : step.en());
            step.deed().run();
            mails(post);
            if (pausing) {
                pause();
            }
        }
        out.printf("%n%s%n", japanese ? "案件は完了しました。" : "The case is closed.");
        WhereToLook.of(story.deeds(), origin).lines(japanese).forEach(out::println);
    }

    /** Refuses to talk to anything but a trial workspace. */
    static void requireTrial(Door door) {
        Door.Answer answer =
                door.send(Door.Call.of(null, "GET", "/trial", null).with("Accept", "text/html"));
        if (answer.status() == 0 || answer.status() == 404) {
            throw new Refusal(
                    "No trial workspace answers; the demo talks to nothing else. Start one: ./hikeshi up",
                    "試用環境が応答しません。デモは試用環境だけを使います。先に ./hikeshi up で起動してください。");
        }
    }

    /** Prints what left, until it has been quiet for a moment. */
    private void mails(Post post) throws InterruptedException {
        int quiet = 0;
        int patience = LOOKS_FOR_FIRST;
        for (int look = 0; look < MOST_LOOKS && quiet < patience; look++) {
            var fresh = post.fresh();
            quiet = fresh.isEmpty() ? quiet + 1 : 0;
            patience = fresh.isEmpty() ? patience : QUIET_LOOKS;
            for (Post.Mail mail : fresh) {
                out.printf("      \u2709 %-34s %s%n", String.join(", ", mail.to()), mail.subject());
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private void pause() throws IOException {
        out.print(japanese ? "      Enter で次へ " : "      Enter to go on ");
        out.flush();
        int read = System.in.read();
        while (read >= 0 && read != '\n') {
            read = System.in.read();
        }
    }
}
