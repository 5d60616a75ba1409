package org.hikeshi.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hikeshi.launcher.house.Premises;

/** A failure that no {@link org.hikeshi.launcher.house.Refusal} foresaw, as a person reads it. */
final class Unforeseen {
    private Unforeseen() {}

    /**
     * One sentence that names what went wrong; the stack trace goes into a file that the sentence
     * names, or follows it where that file cannot be written.
     */
    static String sentence(Exception failure, Premises premises, boolean japanese) {
        String what = what(failure);
        String trace = trace(failure);
        Path file = premises.log().resolve("launcher-error.log");
        try {
            Files.writeString(file, trace);
        } catch (IOException e) {
            return (japanese
                                    ? "予期しないエラーのため中断しました: %s"
                                    : "Hikeshi stopped at an unforeseen error: %s")
                            .formatted(what)
                    + System.lineSeparator()
                    + trace;
        }
        return (japanese
                        ? "予期しないエラーのため中断しました: %s。詳細は %s にあります。"
                        : "Hikeshi stopped at an unforeseen error: %s. Details are in %s")
                .formatted(what, file);
    }

    private static String what(Exception failure) {
        String kind = failure.getClass().getSimpleName().replace("Exception", "");
        return failure.getMessage() != null ? kind + " (" + failure.getMessage() + ")" : kind;
    }

    private static String trace(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
