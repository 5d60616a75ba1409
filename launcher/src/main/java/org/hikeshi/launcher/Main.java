package org.hikeshi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hikeshi.launcher.house.Household;
import org.hikeshi.launcher.house.OnlyOne;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.launcher.house.StatusReport;
import org.hikeshi.launcher.house.Terminal;
import org.hikeshi.launcher.house.Wishes;
import org.hikeshi.parts.PartFailed;

/**
 * What the {@code hikeshi} script starts: {@code serve} runs until SIGTERM, {@code status} prints
 * what runs. System properties {@code hikeshi.root} (the project) and {@code hikeshi.home} (the
 * folder of this installation, default {@code .hikeshi} in the root) say where.
 */
public final class Main {
    /** Held here, for the logging of the JDK forgets levels of loggers that nobody holds. */
    private static final Logger LOG = Logger.getLogger("");

    private Main() {}

    public static void main(String[] args) {
        LOG.setLevel(Level.WARNING);
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path root = Path.of(System.getProperty("hikeshi.root", ""));
        var premises =
                new Premises(
                        root,
                        Path.of(
                                System.getProperty(
                                        "hikeshi.home", root.resolve(".hikeshi").toString())));
        boolean japanese = System.getenv().getOrDefault("LANG", "").startsWith("ja");
        try {
            Wishes wishes = Wishes.of(System.getenv());
            switch (args.length == 0 ? "" : args[0]) {
                case "serve" -> serve(premises, wishes, out);
                case "status" -> System.exit(new StatusReport(premises, wishes, out).print());
                default ->
                        throw new Refusal(
                                "serve or status is expected", "serve か status を指定してください");
            }
        } catch (Refusal refusal) {
            out.println(refusal.sentence(japanese));
            System.exit(1);
        } catch (PartFailed failed) {
            out.println();
            out.println(failed.getMessage());
            System.exit(1);
        } catch (IOException | RuntimeException unforeseen) {
            // Other threads would keep the JVM, and with it a house without a door.
            out.println();
            unforeseen.printStackTrace(out);
            System.exit(1);
        }
    }

    private static void serve(Premises premises, Wishes wishes, PrintStream out)
            throws IOException {
        premises.prepare();
        Path ready = premises.run().resolve("ready");
        try (var _ = OnlyOne.take(premises, wishes)) {
            Files.deleteIfExists(ready);
            var clock = Clock.systemUTC();
            var terminal = new Terminal(out, wishes, clock);
            var household = new Household(premises, wishes, terminal, clock);
            var stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> end(household, ready, terminal), "orderly end"));
            household.start();
            var front = Front.open(premises, wishes, household, clock);
            front.tell(terminal);
            Files.writeString(ready, "ready\n");
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void end(Household household, Path ready, Terminal terminal) {
        household.close();
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            // The folder is gone; nothing is left to tidy.
        }
        terminal.line("Stopped.", "終了しました。");
    }
}
