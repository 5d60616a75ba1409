package org.hikeshi.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a main class of this module is run in a JVM of its own. */
final class JavaChild {
    private JavaChild() {}

    /**
     * The folder stands in the command, early: the process is recognised by it. The class path goes
     * by environment, it is long.
     */
    static ProcessPlan plan(
            String name, Path dir, Class<?> main, List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dhikeshi.part=" + dir);
        command.addAll(jvmFlags);
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Djava.util.logging.config.file=" + loggingFile(dir));
        command.add(main.getName());
        command.add(dir.toString());
        command.addAll(arguments);
        return new ProcessPlan(
                name,
                dir,
                dir.resolve(name + ".log"),
                "TERM",
                command,
                Map.of("CLASSPATH", classPath()));
    }

    /**
     * Surefire and Quarkus hide the class path in a manifest unless asked otherwise; they keep the
     * real one here.
     */
    private static String classPath() {
        String surefire = System.getProperty("surefire.test.class.path");
        return surefire != null ? surefire : System.getProperty("java.class.path");
    }

    private static Path loggingFile(Path dir) {
        Path file = dir.resolve("logging.properties");
        try {
            Files.createDirectories(dir);
            Files.writeString(
                    file,
                    """
                    handlers=java.util.logging.ConsoleHandler
                    .level=WARNING
                    java.util.logging.ConsoleHandler.level=ALL
                    java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n
                    """);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    /** Called by the child when it serves. */
    static void announceReady(Path dir) throws IOException {
        Files.writeString(
                dir.resolve("ready"),
                Long.toString(ProcessHandle.current().pid()),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Whether the child that runs now has said so (not one before it). */
    static boolean isReady(Path dir, WatchedProcess process) {
        try {
            return Files.readString(dir.resolve("ready")).equals(Long.toString(process.pid()));
        } catch (IOException | PartFailed e) {
            return false;
        }
    }
}
