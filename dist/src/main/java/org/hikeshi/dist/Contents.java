package org.hikeshi.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of a release by their path in it, in the order of the alphabet. */
final class Contents {
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> asBuilt = new HashMap<>();
    private final Predicate<Path> ours;

    /**
     * @param ours which jars this build makes; they are packed in steady bytes
     */
    Contents(Predicate<Path> ours) {
        this.ours = ours;
    }

    /** Adds a file; the same one twice is one file, two different ones are an error. */
    void add(String path, byte[] bytes) {
        byte[] known = files.putIfAbsent(path, bytes);
        if (known != null && !Arrays.equals(known, bytes)) {
            throw new IllegalStateException("two different files want to be " + path);
        }
    }

    void add(String path, String text) {
        add(path, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String path, Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            asBuilt.put(path, Digests.sha256(bytes));
            add(path, ours.test(file) ? SteadyJar.of(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of the file before its bytes were steadied, by which Maven knows it. */
    String asBuilt(String path) {
        return asBuilt.getOrDefault(path, "");
    }

    /** Adds a folder with all that is in it. */
    void addAll(String path, Path folder) {
        filesIn(folder).forEach(file -> add(path + "/" + folder.relativize(file), file));
    }

    SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    SortedMap<String, byte[]> jars() {
        SortedMap<String, byte[]> jars = new TreeMap<>(files);
        jars.keySet().removeIf(path -> !path.endsWith(".jar"));
        return jars;
    }

    /** Every file in a folder and below, sorted. */
    static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
