package org.hikeshi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.hikeshi.launcher.container.ContainerCommand;
import org.hikeshi.launcher.demo.Demo;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.launcher.demo.Filling;
import org.hikeshi.launcher.demo.RefusedException;
import org.hikeshi.launcher.house.Household;
import org.hikeshi.launcher.house.OnlyOne;
import org.hikeshi.launcher.house.Premises;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.launcher.house.StatusReport;
import org.hikeshi.launcher.house.Terminal;
import org.hikeshi.launcher.house.Wishes;
import org.hikeshi.launcher.verify.VerifyCommand;
import org.hikeshi.parts.PartFailed;

/**
 * What the {@code hikeshi} script starts: {@code serve} runs until SIGTERM, {@code status} prints
 * what runs, {@code demo} drives one report through the chain. System properties {@code
 * hikeshi.root} (the project) and {@code hikeshi.home} (the folder of this installation, default
 * {@code .hikeshi} in the root) say where.
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
        var premises = premises();
        boolean japanese = System.getenv().getOrDefault("LANG", "").startsWith("ja");
        try {
            Wishes wishes = Wishes.of(System.getenv());
            run(args, premises, wishes, out);
        } catch (Refusal refusal) {
            out.println(refusal.sentence(japanese));
            System.exit(1);
        } catch (PartFailed failed) {
            out.println();
            out.println(failed.getMessage());
            System.exit(1);
        } catch (Exception unforeseen) {
            // Other threads would keep the JVM, and with it a house without a door.
            out.println();
            out.println(Unforeseen.sentence(unforeseen, premises, japanese));
            System.exit(1);
        }
    }

    private static void run(String[] args, Premises premises, Wishes wishes, PrintStream out)
            throws Exception {
        var containers = new ContainerCommand(premises, wishes, out);
        switch (args.length == 0 ? "" : args[0]) {
            case "serve" -> serve(premises, wishes, out);
            case "status" -> System.exit(new StatusReport(premises, wishes, out).print());
            case "demo" -> demo(premises, wishes, out, List.of(args));
            case "prepare" -> containers.prepare(List.of(args));
            case "topics" -> containers.topics(System.getenv());
            case "mailbox" -> containers.mailbox();
            case "gateway" -> gateway(premises, wishes, out);
            case "verify" ->
                    System.exit(
                            new VerifyCommand(premises, wishes.japanese(), out)
                                    .run(List.of(args).subList(1, args.length)));
            case "key" -> new KeyCommand(premises, wishes, out, wishes.japanese()).run(args);
            default ->
                    throw new Refusal(
                            "serve, status, demo, verify, key, prepare, topics, gateway or mailbox"
                                    + " is expected",
                            "serve、status、demo、verify、key、prepare、topics、gateway、mailbox のどれかを指定してください");
        }
    }

    private static Premises premises() {
        Path root = Path.of(System.getProperty("hikeshi.root", ""));
        String home = System.getProperty("hikeshi.home", root.resolve(".hikeshi").toString());
        return new Premises(root, Path.of(home));
    }

    private static void demo(Premises premises, Wishes wishes, PrintStream out, List<String> args)
            throws IOException {
        Properties people = properties(premises.people());
        try {
            Door door = Demo.door(wishes.origin(), people);
            if (args.contains("--fill")) {
                Path done = premises.home().resolve("filled.properties");
                String broker =
                        "127.0.0.1:" + properties(premises.ports()).getProperty("kafka", "9092");
                new Filling(door, broker, out, wishes.japanese(), done).run();
            } else {
                boolean pausing = args.contains("--pause");
                new Demo(door, wishes.origin(), out, wishes.japanese(), pausing).run();
            }
        } catch (RefusedException refused) {
            throw new Refusal(
                    "The demo stopped: " + refused.getMessage(),
                    "デモを中断しました: " + refused.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        System.exit(0);
    }

    private static Properties properties(Path file) throws IOException {
        Properties read = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                read.load(in);
            }
        }
        return read;
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
            var front =
                    Front.open(
                            premises,
                            wishes,
                            new InetSocketAddress("127.0.0.1", wishes.httpPort()),
                            household.addresses(),
                            clock);
            front.tell(terminal);
            Files.writeString(ready, "ready\n");
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In front of services that run in containers of their names. */
    private static void gateway(Premises premises, Wishes wishes, PrintStream out)
            throws IOException, InterruptedException {
        premises.prepare();
        Map<String, InetSocketAddress> services =
                Premises.SERVICES.stream()
                        .collect(
                                Collectors.toMap(
                                        Function.identity(),
                                        name -> InetSocketAddress.createUnresolved(name, 8080)));
        var clock = Clock.systemUTC();
        var all = new InetSocketAddress("0.0.0.0", 8080);
        Front.open(premises, wishes, all, services, clock).tell(new Terminal(out, wishes, clock));
        new CountDownLatch(1).await();
    }

    private static void end(Household household, Path ready, Terminal terminal) {
        household.close();
        try {
            if (Files.deleteIfExists(ready)) {
                terminal.line("Stopped.", "終了しました。");
            }
        } catch (IOException e) {
            // The folder is gone; nothing is left to tidy.
        }
    }
}
