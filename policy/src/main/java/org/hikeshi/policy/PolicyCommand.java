package org.hikeshi.policy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code ./hikeshi policy}: {@code new [--like NAME|FILE]} prints a commented file to start from,
 * {@code check FILE} says everything that is wrong with one, {@code diff OLD NEW} what changed,
 * {@code schema} prints the JSON Schema for editors. Exit codes: 0 done, 1 the file has problems, 2
 * the command was not understood. Messages are Japanese when the locale of the environment is;
 * output is UTF-8 whatever the locale.
 */
public final class PolicyCommand {
    public static final int DONE = 0;
    public static final int PROBLEMS = 1;
    public static final int USAGE = 2;

    private static final String HINT = "# yaml-language-server: $schema=";

    private final PrintStream out;
    private final PrintStream err;
    private final Language language;

    PolicyCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.language = language(environment);
    }

    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = new PolicyCommand(System.getenv(), out, err).run(List.of(arguments));
        out.flush();
        err.flush();
        System.exit(code);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    int run(List<String> arguments) {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest =
                arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (verb + " " + rest.size()) {
            case "new 0" -> create("default");
            case "new 2" -> rest.getFirst().equals("--like") ? create(rest.getLast()) : usage();
            case "check 1" -> check(Path.of(rest.getFirst()));
            case "diff 2" -> diff(Path.of(rest.getFirst()), Path.of(rest.getLast()));
            case "schema 0" -> schema();
            default -> usage();
        };
    }

    private int create(String like) {
        Optional<String> text = PolicyFile.bundledText(like);
        if (text.isEmpty() && Files.isReadable(Path.of(like))) {
            return copy(Path.of(like));
        }
        if (text.isEmpty()) {
            String known = String.join(", ", PolicyFile.bundled());
            err.println(
                    language.say(
                            "「" + like + "」という見本はありません。あるのは " + known + " です。",
                            "There is no example \"" + like + "\"; there are " + known + "."));
            return USAGE;
        }
        // Beside the author's file there is no policy/ folder; `policy schema` puts the schema
        // there.
        out.print(text.get().replace(HINT + "../", HINT));
        return DONE;
    }

    /** A file of one's own as the start, if it is a good one. */
    private int copy(Path like) {
        try {
            out.print(PolicyFile.load(like).text());
            return DONE;
        } catch (PolicyProblems e) {
            return problems(e);
        }
    }

    private int check(Path file) {
        try {
            LoadedPolicy loaded = PolicyFile.load(file);
            out.println(summary(file, loaded));
            List<Gap> gaps = Gaps.of(loaded.policy());
            if (!gaps.isEmpty()) {
                out.println(
                        language.say(
                                "規格が公表を求める次の点は、このファイルにありません:",
                                "These points of the standards are not in this file:"));
                gaps.forEach(gap -> out.println("  " + gap.sentence(language)));
            }
            return DONE;
        } catch (PolicyProblems e) {
            return problems(e);
        }
    }

    private int diff(Path before, Path after) {
        try {
            Policy old = PolicyFile.load(before).policy();
            Policy now = PolicyFile.load(after).policy();
            List<Differences.Difference> all = Differences.between(old, now);
            out.println(old.version() + " → " + now.version());
            out.print(Differences.inWords(all, language));
            out.println(
                    language.say(
                            all.size() + " 件の違いがあります。",
                            all.size() + (all.size() == 1 ? " difference." : " differences.")));
            return DONE;
        } catch (PolicyProblems e) {
            return problems(e);
        }
    }

    private int problems(PolicyProblems e) {
        int n = e.problems().size();
        err.println(e.text(language));
        err.println(language.say(n + " 件の誤りがあります。", n + (n == 1 ? " problem." : " problems.")));
        return PROBLEMS;
    }

    private String summary(Path file, LoadedPolicy loaded) {
        Policy policy = loaded.policy();
        String languages =
                policy.languages().stream().map(Language::code).collect(Collectors.joining(", "));
        String ok = language.say("問題ありません。版 ", "OK. Version ");
        return "%s: %s%s (%s)%nSHA-256 %s"
                .formatted(file, ok, policy.version(), languages, loaded.sha256());
    }

    private int schema() {
        out.print(PolicySchema.text());
        return DONE;
    }

    private int usage() {
        err.println(
                language.say(
                                """
                        使い方:
                          ./hikeshi policy new [--like 見本かファイル]  書き始めるためのファイルを表示します
                          ./hikeshi policy check ファイル        誤りをすべて、行とともに表示します
                          ./hikeshi policy diff 旧 新            何が変わったかを、条ごとに表示します
                          ./hikeshi policy schema                エディター用の JSON Schema を表示します
                        見本: %s""",
                                """
                        Usage:
                          ./hikeshi policy new [--like NAME|FILE] prints a file to start from
                          ./hikeshi policy check FILE          says everything that is wrong, with the line
                          ./hikeshi policy diff OLD NEW        says what changed, clause by clause
                          ./hikeshi policy schema              prints the JSON Schema for editors
                        Names: %s""")
                        .formatted(String.join(", ", PolicyFile.bundled())));
        return USAGE;
    }

    /** As POSIX orders them: LC_ALL before LC_MESSAGES before LANG. */
    private static Language language(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("ja"))
                .map(_ -> Language.JA)
                .orElse(Language.EN);
    }
}
