package org.hikeshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes hold access keys: from their first byte nobody but their owner reads them. */
class NotedDoorTest {
    private static final String OWNER_ONLY = "rw-------";

    @TempDir private Path folder;
    private Path notes = Path.of("");

    /** What the notes' mode was while a call was under way. */
    private final List<String> modes = new ArrayList<>();

    private final class Answering extends Door {
        Answering() {
            super(URI.create("http://localhost"), new Properties());
        }

        @Override
        protected Answer once(Call call) {
            modes.add(mode());
            byte[] key = "{\"accessKey\":\"K\"}".getBytes(StandardCharsets.UTF_8);
            return new Answer(200, key, Map.of());
        }
    }

    @BeforeEach
    void inAFolderThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        notes = folder.resolve("filled.notes");
    }

    private String mode() {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(notes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyElseReadsWhatIsNoted() throws IOException {
        NotedDoor door = new NotedDoor(new Answering(), notes);
        door.begin("part");
        assertThat(mode()).isEqualTo(OWNER_ONLY);
        assertThat(notes).isEmptyFile();

        door.post("developer", "/one", null);
        door.post("developer", "/two", null);

        assertThat(modes).containsExactly(OWNER_ONLY, OWNER_ONLY);
        assertThat(Files.readString(notes)).contains("accessKey", "begun", "answered");
        door.end();
        assertThat(notes).doesNotExist();
    }

    /** Notes of an earlier version were as open as its umask left them. */
    @Test
    void notesFoundOpenAreClosedAndGoOn() throws IOException {
        NotedDoor before = new NotedDoor(new Answering(), notes);
        before.begin("part");
        before.post("developer", "/one", null);
        Files.setPosixFilePermissions(notes, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(
                notes, Files.readString(notes) + "{\"begun\":\"torn", StandardCharsets.UTF_8);
        modes.clear();

        NotedDoor again = new NotedDoor(new Answering(), notes);
        again.begin("part");
        again.post("developer", "/one", null);

        assertThat(modes).as("it was done already").isEmpty();
        assertThat(mode()).isEqualTo(OWNER_ONLY);
        assertThat(Files.readString(notes)).doesNotContain("torn");
    }
}
