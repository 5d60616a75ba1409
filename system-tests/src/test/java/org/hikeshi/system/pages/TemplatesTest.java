package org.hikeshi.system.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every template and every words file of every module, read without starting anything. */
class TemplatesTest {

    private static final Pattern IN_PLACE =
            Pattern.compile(
                    "\\sstyle\\s*=|<style|\\son[a-z]+\\s*=|<script(?![^>]*\\bsrc=)|javascript:");
    private static final Pattern SENTENCE =
            Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]+");
    private static final Pattern KEY = Pattern.compile("\\bsay\\('([^']+)'");
    private static final Pattern LINE = Pattern.compile("(?m)^([a-z][\\w.-]*)\\.(ja|en)\\s*=");

    private static final Path ROOT = root();

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = here.getParent();
        }
        return here;
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/resources").resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(TemplatesTest::walk)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    @Test
    void noTemplateHoldsStyleScriptOrSentencesInPlace() {
        List<Path> templates = files("templates", ".html");
        assertThat(templates).hasSizeGreaterThan(5);
        for (Path template : templates) {
            assertThat(found(IN_PLACE, text(template))).as(template.toString()).isEmpty();
            assertThat(found(SENTENCE, text(template))).as(template.toString()).isEmpty();
        }
    }

    @Test
    void everyKeyATemplateSaysIsWritten() {
        Set<String> written =
                files("META-INF/hikeshi", "words.properties").stream()
                        .flatMap(file -> LINE.matcher(text(file)).results())
                        .map(line -> line.group(1))
                        .collect(Collectors.toSet());
        assertThat(written).contains("web.skip");
        for (Path template : files("templates", ".html")) {
            assertThat(KEY.matcher(text(template)).results().map(use -> use.group(1)))
                    .as(template.toString())
                    .allMatch(written::contains);
        }
    }

    /** Services have words of their own; each shares a class path with the common modules only. */
    @Test
    void noKeyIsWrittenTwiceOnOneClassPath() {
        List<Path> all = files("META-INF/hikeshi", "words.properties");
        List<Path> common = all.stream().filter(file -> !inService(file)).toList();
        assertThat(common).isNotEmpty();
        for (Path service : all.stream().filter(TemplatesTest::inService).toList()) {
            assertThat(
                            Stream.concat(common.stream(), Stream.of(service))
                                    .flatMap(file -> LINE.matcher(text(file)).results())
                                    .map(MatchResult::group))
                    .as(service.toString())
                    .doesNotHaveDuplicates();
        }
    }

    private static boolean inService(Path file) {
        return ROOT.relativize(file).getName(0).toString().endsWith("-service");
    }

    @Test
    void thePatternsWouldSeeIt() {
        assertThat(found(IN_PLACE, "<p style=\"x\">")).isNotEmpty();
        assertThat(found(IN_PLACE, "<a onclick=\"x\">")).isNotEmpty();
        assertThat(found(IN_PLACE, "<script>x</script>")).isNotEmpty();
        assertThat(found(IN_PLACE, "<script src=\"x\" defer></script>")).isEmpty();
        assertThat(found(SENTENCE, "<p>送信</p>")).isNotEmpty();
        assertThat(found(KEY, "{page.say('a.b', x)}")).hasSize(1);
    }
}
