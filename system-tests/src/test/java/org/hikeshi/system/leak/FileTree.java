package org.hikeshi.system.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All bytes of all files of a folder; names of files and folders count as bytes too. */
public final class FileTree {
    private FileTree() {}

    /**
     * @param wanted which files are read, by their whole path; a file that vanishes is skipped
     */
    public static List<SecretScanner.Finding> scan(
            SecretScanner scanner, Path folder, Predicate<Path> wanted) throws IOException {
        List<SecretScanner.Finding> findings = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && wanted.test(file)) {
                            findings.addAll(
                                    scanner.scan("name of " + file, file.toString().getBytes()));
                            try (InputStream bytes = Files.newInputStream(file)) {
                                findings.addAll(scanner.scan(file.toString(), bytes));
                            } catch (NoSuchFileException vanished) {
                                return FileVisitResult.CONTINUE;
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return findings;
    }
}
