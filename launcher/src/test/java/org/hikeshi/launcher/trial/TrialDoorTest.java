package org.hikeshi.launcher.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.hikeshi.trust.signin.Brake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialDoorTest {
    @TempDir private Path dir;

    private TrialDoor door() throws IOException {
        return door("http://localhost:8080");
    }

    private TrialDoor door(String origin) throws IOException {
        Path people = dir.resolve("people.properties");
        Files.writeString(people, "ciso.password=secret\nqa.password=other\nlegal.password=\n");
        return new TrialDoor(dir.resolve("trial.secret"), people, origin, Clock.systemUTC());
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
    void theCookieIsForHttpsAloneWhereTheOriginIs() throws IOException {
        assertThat(door("https://desk.example").newCookie()).endsWith("; Secure");
        assertThat(door("http://localhost:8080").newCookie()).doesNotContain("Secure");
    }

    @Test
    void anEmptyPasswordIsNobodys() throws IOException {
        assertThat(door().judge("legal", "", "192.0.2.1")).isEqualTo(Brake.Outcome.WRONG);
        assertThat(door().judge("nobody", "", "192.0.2.1")).isEqualTo(Brake.Outcome.WRONG);
        assertThat(door().judge("qa", "other", "192.0.2.1")).isEqualTo(Brake.Outcome.RIGHT);
    }

    @Test
    void everyStartHasAnotherLinkAndPeopleAreNamedWithoutPasswords() throws IOException {
        assertThat(door().startToken()).isNotEqualTo(door().startToken());
        assertThat(door().people()).containsExactly("ciso", "qa");
    }
}
