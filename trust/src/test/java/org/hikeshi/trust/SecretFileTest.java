package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir Path folder;

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "skipped: this file system knows no POSIX rights");
        Path file = folder.resolve("deep/er/key.pem");
        SigningKey.generate("k").write(file);
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(rights(folder.resolve("deep/er"))).isEqualTo("rwx------");
        assertThat(rights(folder.resolve("deep"))).isEqualTo("rwx------");
        SecretFile.write(file, new byte[0]);
        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void writingLeavesNothingBehind() throws IOException {
        SecretFile.write(folder.resolve("a"), new byte[] {1});
        SecretFile.write(folder.resolve("a"), new byte[] {2});
        Files.createDirectory(folder.resolve("b"));
        Files.createFile(folder.resolve("b/full"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SecretFile.write(folder.resolve("b"), new byte[] {3}))
                .withMessageContaining(folder.resolve("b").toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("a"), folder.resolve("b"));
        }
        assertThat(SecretFile.read(folder.resolve("a"))).containsExactly(2);
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = folder.resolve("none.pem");
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessage(file + ": does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SECRETish",
                "-----BEGIN PRIVATE KEY-----",
                "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nSECRETish!\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nU0VDUkVUaXNo\n-----END PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY-----\nU0VDUkVUaXNo\n-----END RSA PRIVATE KEY-----"
            })
    void aDamagedKeyIsNamedAndNotQuoted(String content) {
        Path file = folder.resolve("intake.pem");
        SecretFile.write(file, content.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageStartingWith(file + ": ")
                .withNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRETish", "U0VDUkVU"));
    }

    @Test
    void aHugeFileIsNoKey() {
        Path file = folder.resolve("huge.pem");
        SecretFile.write(file, new byte[(1 << 20) + 1]);
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessageContaining("larger");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
