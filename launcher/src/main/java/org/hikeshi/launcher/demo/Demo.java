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
    private static final int MOST_LOOKS = 40;
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final Door door;
    private final PrintStream out;
    private final boolean japanese;
    private final boolean pausing;

    /**
     * @param pausing whether Enter is waited for after each step
     */
    public Demo(Door door, PrintStream out, boolean japanese, boolean pausing) {
        this.door = door;
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
        for (Story.Step step :
                new Story(door, Clock.systemUTC(), RandomGenerator.getDefault()).steps()) {
            out.printf("%n%2d  %s%n", ++number, japanese ? step.ja() : step.en());
            step.deed().run();
            mails(post);
            if (pausing) {
                pause();
            }
        }
        out.printf(
                "%n%s%n",
                japanese
                        ? "案件は完了しました。メールは /mailbox、公表は /advisories で読めます。"
                        : "The case is closed. Read the mails at /mailbox, the advisory at /advisories.");
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
        for (int look = 0; look < MOST_LOOKS && quiet < QUIET_LOOKS; look++) {
            var fresh = post.fresh();
            quiet = fresh.isEmpty() ? quiet + 1 : 0;
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
