package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.hikeshi.trust.SessionSeal.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionSealTest {

    private static final Session SESSION =
            new Session(
                    "security-office-2",
                    Instant.parse("2026-12-01T00:00:00Z"),
                    Instant.parse("2026-12-01T01:02:03.004Z"));

    @TempDir Path folder;

    @Test
    void whoHasTheSharedKeyReadsTheSessionAndNobodyElse() throws Exception {
        Path file = folder.resolve("session.key");
        SessionSeal.create(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String cookie = SessionSeal.read(file).seal(SESSION);
        assertThat(SessionSeal.read(file).open(cookie)).contains(SESSION);
        assertThat(SessionSeal.ofThisProcess().open(cookie)).isEmpty();
        assertThat(cookie).doesNotContain("security").matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aChangedCookieOpensNothing() {
        SessionSeal seal = SessionSeal.ofThisProcess();
        String cookie = seal.seal(SESSION);
        for (int at = 0; at < cookie.length() - 1; at++) {
            char other = cookie.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(seal.open(cookie.substring(0, at) + other + cookie.substring(at + 1)))
                    .as("character " + at)
                    .isEmpty();
        }
        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("a".repeat(5000))).isEmpty();
        assertThat(seal.open("no base64 !")).isEmpty();
    }

    @Test
    void aKeptFormOpensForItsSenderAlone() {
        SessionSeal seal = SessionSeal.ofThisProcess();
        byte[] form = "text=half+written".repeat(2000).getBytes(StandardCharsets.UTF_8);
        String kept = seal.sealForm("ciso", form);
        assertThat(seal.openForm("ciso", kept)).contains(ByteBuffer.wrap(form));
        assertThat(seal.openForm("legal", kept)).isEmpty();
        assertThat(SessionSeal.ofThisProcess().openForm("ciso", kept)).isEmpty();
    }

    @Test
    void whoWasHereLastIsNoSession() {
        SessionSeal seal = SessionSeal.ofThisProcess();
        String last = seal.sealLast(SESSION);
        assertThat(seal.openLast(last)).contains(SESSION);
        assertThat(seal.open(last)).isEmpty();
        assertThat(seal.openLast(seal.seal(SESSION))).isEmpty();
    }

    @Test
    void oneCookieIsNoOther() {
        SessionSeal seal = SessionSeal.ofThisProcess();
        String browser = seal.sealBrowserOf("ciso");
        assertThat(seal.isBrowserOf("ciso", browser)).isTrue();
        assertThat(seal.isBrowserOf("legal", browser)).isFalse();
        assertThat(seal.open(browser)).isEmpty();
        assertThat(seal.isBrowserOf(SESSION.person(), seal.seal(SESSION))).isFalse();
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() {
        Path file = folder.resolve("other");
        SecretFile.write(file, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> SessionSeal.read(file))
                .isInstanceOf(UnreadableKeyFile.class)
                .hasMessageContaining("other");
    }
}
