package org.hikeshi.system.house;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The project's folders as the tests see them: modules, their compiled classes, their sources. */
public final class House {
    static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private House() {}

    /** The folder with the parent POM, whether a test is started there or in its module. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw")) || !Files.exists(here.resolve("policy"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    /** Folders that hold a module with main code. */
    static Set<Path> modules() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every main class of every module; fails when a module was not built. */
    static JavaClasses classes() {
        List<Path> folders =
                modules().stream().map(module -> module.resolve("target/classes")).toList();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException("build first, there is no " + folder);
            }
        }
        return new ClassFileImporter().importPaths(folders);
    }

    /** Every main source file of every module. */
    static List<Path> sources() {
        return modules().stream().flatMap(House::sourcesOf).sorted().toList();
    }

    private static Stream<Path> sourcesOf(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
