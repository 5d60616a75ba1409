package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hikeshi.parts.NodePackage;
import org.junit.jupiter.api.Assumptions;

/** The CSAF documents that a running system published, before another maker's validator. */
final class PublishedCsaf {
    private static final Path JUDGE =
            Path.of("..", "disclosure-service", "src", "test", "resources", "csaf-judge.mjs");

    private PublishedCsaf() {}

    /**
     * The last thing a journey asks: where the validator is not to be had, the journey is said to
     * be skipped although all before held.
     *
     * @param least so many documents must be there
     */
    static void isAccepted(RunningSystem system, Path folder, int least)
            throws SQLException, IOException, InterruptedException {
        Path documents = Files.createDirectories(folder.resolve("csaf"));
        List<PublicFiles.PublicFile> published =
                new PublicFiles(system)
                        .all().stream()
                                .filter(file -> file.path().startsWith("/.well-known/csaf/2"))
                                .filter(file -> file.path().endsWith(".json"))
                                .toList();
        assertThat(published).hasSizeGreaterThanOrEqualTo(least);
        for (PublicFiles.PublicFile file : published) {
            Path name = Path.of(file.path()).getFileName();
            Files.write(documents.resolve(name.toString()), file.bytes());
        }
        Optional<NodePackage> validator =
                NodePackage.installed(
                        Path.of("..", "target", "node"),
                        "@secvisogram/csaf-validator-lib",
                        "2.0.10");
        Assumptions.assumeTrue(
                validator.isPresent(),
                "all else held; npm or @secvisogram/csaf-validator-lib is not here");
        NodePackage.Ended ended = validator.orElseThrow().run(Files.readString(JUDGE), documents);
        assertThat(ended.status()).as(ended.output()).isZero();
    }
}
