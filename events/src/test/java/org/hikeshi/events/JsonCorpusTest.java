package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JSONTestSuite: what must not parse does not, as a value and as an ignored field of one. */
class JsonCorpusTest {

    private static final String TYPE = EventType.REPORTER_NOTIFIED.ceType();
    private static final String WITH_ROOM =
            """
            {"caseId":"7b0c1f6e-52a3-4b3e-9d0a-0c6f6f0f4a01",\
            "reportId":"1f2e3d4c-5b6a-4978-8877-665544332211","template":"receipt",\
            "obligationId":"c0ffee00-1111-4222-8333-444455556666",\
            "acceptedAt":"2026-04-01T00:00:01.5Z","channel":"mail","added":""";

    private final EventCodec codec = new EventCodec();

    @Test
    void noFileOfTheSuiteIsAnEventAndNoneCrashes() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(300);
        for (Path file : files) {
            assertThat(reads(Files.readAllBytes(file))).as(file.getFileName().toString()).isFalse();
        }
    }

    @Test
    void asAnAddedFieldTheGoodIsIgnoredAndTheBadRefused() throws IOException {
        assertThat(reads((WITH_ROOM + "1}").getBytes(StandardCharsets.UTF_8))).isTrue();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            boolean read = reads(added(Files.readAllBytes(file)));
            // JSON allows a name twice and leaves open which counts; a signed fact must not.
            if (name.startsWith("n_") || name.startsWith("y_object_duplicated_key")) {
                assertThat(read).as(name).isFalse();
            } else if (name.startsWith("y_")) {
                assertThat(read).as(name).isTrue();
            }
        }
    }

    private static byte[] added(byte[] file) {
        byte[] head = WITH_ROOM.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + file.length + 1];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(file, 0, whole, head.length, file.length);
        whole[whole.length - 1] = '}';
        return whole;
    }

    private boolean reads(byte[] bytes) {
        try {
            codec.decode(TYPE, bytes);
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private static List<Path> files() throws IOException {
        String corpora = System.getenv("HIKESHI_CORPORA");
        Path folder = Path.of(corpora == null ? "." : corpora, "json", "test_parsing");
        assumeTrue(
                corpora != null && Files.isDirectory(folder),
                "skipped: JSONTestSuite is not there (HIKESHI_CORPORA)");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
