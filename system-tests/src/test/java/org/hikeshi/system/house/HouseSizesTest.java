package org.hikeshi.system.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Prints how large files and methods have become; only the ceilings can fail. */
class HouseSizesTest {
    private static final int FILE_CEILING = 250;
    private static final int METHOD_CEILING = 35;

    private record Measured(String where, long lines) {}

    @Test
    void filesAndMethodsStayUnderTheirCeilings() throws IOException {
        List<Measured> files = new ArrayList<>();
        for (Path source : House.sources()) {
            files.add(
                    new Measured(source.getFileName().toString(), code(Files.readString(source))));
        }
        List<Measured> methods = methodsOf(House.sources());
        print("files", files, 35, 110);
        print("methods", methods, 5, 15);
        assertThat(files).filteredOn(file -> file.lines() > FILE_CEILING).isEmpty();
        assertThat(methods).filteredOn(method -> method.lines() > METHOD_CEILING).isEmpty();
    }

    private static void print(String what, List<Measured> all, int median, int ninetieth) {
        List<Long> sorted = all.stream().map(Measured::lines).sorted().toList();
        System.out.printf(
                "%d %s: median %d lines of code (aim %d), 90th percentile %d (aim %d), largest %d%n",
                sorted.size(),
                what,
                sorted.get(sorted.size() / 2),
                median,
                sorted.get(sorted.size() * 9 / 10),
                ninetieth,
                sorted.getLast());
    }

    /** Lines that are neither blank nor comment. */
    private static long code(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("*") && !line.startsWith("/"))
                .count();
    }

    private static List<Measured> methodsOf(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            List<Measured> found = new ArrayList<>();
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodLines(unit, positions, found).scan(unit, null);
            }
            return found;
        }
    }

    private static final class MethodLines extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Measured> found;

        MethodLines(CompilationUnitTree unit, SourcePositions positions, List<Measured> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            if (method.getBody() != null) {
                found.add(new Measured(name(method), code(textOf(method.getBody()))));
            }
            return super.visitMethod(method, none);
        }

        private String name(MethodTree method) {
            String file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            return file + "#" + method.getName();
        }

        private String textOf(Tree tree) {
            try {
                return unit.getSourceFile()
                        .getCharContent(true)
                        .toString()
                        .substring(
                                (int) positions.getStartPosition(unit, tree),
                                (int) positions.getEndPosition(unit, tree));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
