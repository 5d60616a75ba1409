package org.hikeshi.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How PostgreSQL's folder is made and its server is called. */
final class PostgresFolder {
    static final String SUPERUSER = "postgres";

    private PostgresFolder() {}

    static void initialise(Path dir, Path programs) throws IOException {
        Path draft = dir.resolve("data.new");
        Folders.delete(draft);
        List<String> command =
                asOrdinaryUser(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + draft,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + dir.resolve("superuser.password"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums");
        Path log = dir.resolve("postgresql.log");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("TZ", "UTC");
        try {
            if (builder.start().waitFor() != 0) {
                throw new PartFailed("PostgreSQL could not make its data folder; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted while PostgreSQL made its data folder", e);
        }
        Files.move(draft, dir.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    static ProcessPlan plan(Path dir, int port, Path programs) {
        List<String> command =
                new ArrayList<>(
                        asOrdinaryUser(
                                programs.resolve("bin/postgres").toString(),
                                "-D",
                                dir.resolve("data").toString(),
                                "-p",
                                Integer.toString(port)));
        command.add("-c");
        command.add("listen_addresses=127.0.0.1");
        command.add("-c");
        command.add("unix_socket_directories=");
        command.addAll(asWords());
        return new ProcessPlan(
                "postgresql",
                dir,
                dir.resolve("postgresql.log"),
                "INT",
                command,
                Map.of("TZ", "UTC", "LC_ALL", "C"));
    }

    /** Our settings as words of a command line, after these. */
    static List<String> asWords(String... before) {
        List<String> words = new ArrayList<>(List.of(before));
        for (String setting : settings()) {
            words.add("-c");
            words.add(setting);
        }
        return words;
    }

    private static List<String> settings() {
        return List.of(
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=150",
                "shared_buffers=64MB",
                "max_wal_size=256MB",
                "jit=off",
                "timezone=UTC",
                // A violated constraint would otherwise put the offending row into the log.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic",
                "log_statement=none");
    }

    private static List<String> asOrdinaryUser(String... words) {
        List<String> command = new ArrayList<>();
        if (UserNamespaces.needed()) {
            UserNamespaces.demand();
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(words));
        return command;
    }
}
