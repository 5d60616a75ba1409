package org.hikeshi.messaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;

/** A teller or a hearer in a process of its own, which can be killed. */
final class Child implements AutoCloseable {
    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** A hearer, or a teller that only relays. */
    static Child start(String role, House house, Database database) {
        return start(role, house, house.bootstrapServers, database);
    }

    static Child start(String role, House house, String bootstrapServers, Database database) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-Xshare:auto"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
        command.addAll(List.of(role, bootstrapServers, house.topic, house.keys.folder.toString()));
        command.addAll(List.of(database.jdbcUrl(), database.user(), database.password()));
        try {
            return new Child(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(
                                            new File("target/child-" + role + ".log")))
                            .start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL, and wait until it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the child does not die");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) throws Exception {
        House house = new House(args[1], args[2], new House.Keys(Path.of(args[3])));
        DataSource source = House.dataSource(args[4], args[5], args[6]);
        switch (args[0]) {
            case House.HEARER -> house.start(House.HEARER, source, House.noting());
            case House.TELLER -> house.start(House.TELLER, source);
            case "talker" -> talk(house, source);
            case AuditHouse.ACTING -> new AuditHouse(house, source).actWithoutEnd();
            case AuditHouse.LOGGING -> new AuditHouse(house, source).actAndLogWithoutEnd();
            case "dual-writer" -> dualWrite(house, source);
            case "crooked-hearer" -> new Crooked.Hearer(house, source, House.noting(), true);
            default -> throw new IllegalArgumentException(args[0]);
        }
        Thread.currentThread().join();
    }

    /** Says facts without end, numbered on from what the database has, and relays them. */
    private static void talk(House house, DataSource source) {
        Messaging messaging = house.start(House.TELLER, source);
        House.Teller teller = house.new Teller(messaging, new JdbcTransactions(source));
        for (int n = next(source); ; n++) {
            teller.say("key-" + n % 20, n);
        }
    }

    private static void dualWrite(House house, DataSource source) throws Exception {
        Topics.create(house.clients(), List.of(house.declaration()));
        Crooked.DualWrite writer = new Crooked.DualWrite(house, source);
        for (int n = next(source); ; n++) {
            writer.say("key-" + n % 20, n, () -> {});
        }
    }

    private static int next(DataSource source) {
        return new JdbcTransactions(source)
                .inTransaction(
                        c -> {
                            try (var s = c.createStatement();
                                    var row =
                                            s.executeQuery(
                                                    "SELECT coalesce(max(n), -1) + 1 FROM said")) {
                                row.next();
                                return row.getInt(1);
                            }
                        });
    }
}
