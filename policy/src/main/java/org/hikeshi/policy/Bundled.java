package org.hikeshi.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The example policies of {@code policy/examples}, which travel on the class path as well. */
final class Bundled {
    static final List<String> NAMES =
            List.of("default", "cvss-sla", "individual-ota", "psirt-notices");

    private Bundled() {}

    static Optional<String> text(String name) {
        return NAMES.contains(name)
                ? Optional.of(
                        new String(bytes("examples/" + name + ".yaml"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    static LoadedPolicy load(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no bundled policy " + name + ", but " + NAMES);
        }
        try {
            return PolicyFile.load(name + ".yaml", bytes("examples/" + name + ".yaml"));
        } catch (PolicyProblems e) {
            throw new IllegalStateException("a bundled policy is broken: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Bundled.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
