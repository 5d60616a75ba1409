package org.hikeshi.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads policy files. Nothing but {@link PolicyProblems} is thrown, whatever the bytes are. */
public final class PolicyFile {
    private PolicyFile() {}

    /** Reads and checks a file; {@code sha256} of the result is over its exact bytes. */
    public static LoadedPolicy load(Path file) throws PolicyProblems {
        Findings findings = new Findings(file.toString());
        try (InputStream in = Files.newInputStream(file)) {
            return load(file.toString(), in.readNBytes(YamlText.MOST_BYTES + 1));
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName();
            findings.add(Optional.empty(), "", Mistake.UNREADABLE, reason);
            throw findings.asException();
        }
    }

    /** The same for bytes at hand; {@code name} is what problems call the file. */
    public static LoadedPolicy load(String name, byte[] bytes) throws PolicyProblems {
        Findings findings = new Findings(name);
        YamlText yaml = new YamlText(findings);
        Optional<String> text = yaml.decode(bytes);
        Optional<Node> root = text.flatMap(yaml::compose);
        Crossings crossings = new Crossings(findings);
        Optional<Object> policy =
                root.flatMap(
                        node -> new PartReader(findings, crossings).read(Policy.class, node, ""));
        root.ifPresent(crossings::judge);
        if (!findings.isEmpty() || policy.isEmpty()) {
            throw findings.asException();
        }
        return new LoadedPolicy((Policy) policy.get(), text.orElseThrow(), Sha256.of(bytes));
    }

    /** The policies that come with Hikeshi, by the name {@code policy new --like} takes. */
    public static List<String> bundled() {
        return Bundled.NAMES;
    }

    /** The text of a bundled policy, or empty for an unknown name. */
    public static Optional<String> bundledText(String name) {
        return Bundled.text(name);
    }

    /** Loads a bundled policy; IllegalArgumentException for an unknown name. */
    public static LoadedPolicy loadBundled(String name) {
        return Bundled.load(name);
    }
}
