package org.hikeshi.launcher.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hikeshi.parts.Secrets;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.LoadedPolicy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;

/**
 * The policy file of this start: the one named now, else the one named last, else the default,
 * which is copied once so that a later release of Hikeshi does not change it under a running desk.
 */
record ChosenPolicy(Path file, LoadedPolicy loaded) {
    static ChosenPolicy of(Premises premises, Optional<Path> named) throws IOException {
        Path remembered = premises.home().resolve("policy.path");
        Path file;
        if (named.isPresent()) {
            file = named.get().toAbsolutePath().normalize();
        } else if (Files.exists(remembered)) {
            file = Path.of(Files.readString(remembered).strip());
        } else {
            file = defaultIn(premises);
        }
        LoadedPolicy loaded = read(file);
        Secrets.write(remembered, file.toString().getBytes(StandardCharsets.UTF_8));
        return new ChosenPolicy(file, loaded);
    }

    private static Path defaultIn(Premises premises) throws IOException {
        Path file = premises.home().resolve("policy.yaml");
        if (!Files.exists(file)) {
            Files.writeString(file, PolicyFile.bundledText("default").orElseThrow());
        }
        return file;
    }

    /** All problems at once, one line each, told once and not by five services. */
    private static LoadedPolicy read(Path file) {
        try {
            return PolicyFile.load(file);
        } catch (PolicyProblems problems) {
            throw new Refusal(
                    "The policy file cannot be used, nothing was started:\n"
                            + problems.text(Language.EN),
                    "方針ファイルに誤りがあるため、何も起動していません。\n" + problems.text(Language.JA));
        }
    }
}
