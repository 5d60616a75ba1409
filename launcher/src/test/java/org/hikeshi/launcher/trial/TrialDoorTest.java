package org.hikeshi.launcher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialDoorTest {
    @TempDir private Path dir;

    private TrialDoor door() throws IOException {
        Path people = dir.resolve("people.properties");
        Files.writeString(people, "ciso.password=secret\nqa.password=other\n");
        return new TrialDoor(dir.resolve("trial.secret"), people);
    }

    @Test
    void theStartLinkWorksOnce() throws IOException {
        TrialDoor door = door();
        String token = door.startToken();

        assertThat(door.redeem("guess")).isFalse();
        assertThat(door.redeem(token)).isTrue();
        assertThat(door.redeem(token)).isFalse();
        assertThat(door.redeem("")).isFalse();
    }

    @Test
    void everyStartHasAnotherLinkAndPeopleAreNamedWithoutPasswords() throws IOException {
        assertThat(door().startToken()).isNotEqualTo(door().startToken());
        assertThat(door().people()).containsExactly("ciso", "qa");
    }
}
