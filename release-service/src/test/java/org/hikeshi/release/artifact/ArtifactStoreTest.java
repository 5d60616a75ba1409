package org.hikeshi.release.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.release.artifact.ArtifactStore.Said;
import org.hikeshi.trust.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactStoreTest {
    private static final byte[] BYTES = "firmware".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = HexFormat.of().formatHex(Sha256.of(BYTES));

    @TempDir Path folder;
    private ArtifactStore store;

    @BeforeEach
    void open() {
        store = new ArtifactStore(folder, 1000);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream(BYTES);
    }

    @Test
    void bytesLieUnderTheirDigest() throws IOException {
        Received received = store.receive(bytes(), Said.NOTHING);
        assertThat(received).isInstanceOf(Received.Kept.class);
        Digests digests = ((Received.Kept) received).digests();
        assertThat(digests.sha256()).isEqualTo(SHA256);
        assertThat(digests.size()).isEqualTo(BYTES.length);
        assertThat(digests.sha1()).hasSize(40);
        assertThat(digests.md5()).hasSize(32);
        assertThat(store.place(SHA256)).hasBinaryContent(BYTES);
        assertThat(store.intact(SHA256)).isTrue();
    }

    @Test
    void theSameBytesTwiceAreOneFile() throws IOException {
        store.receive(bytes(), Said.NOTHING);
        store.receive(bytes(), Said.NOTHING);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aBrokenLineLeavesNothing() throws IOException {
        InputStream reset =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                };
        InputStream broken = new SequenceInputStream(bytes(), reset);
        assertThatThrownBy(() -> store.receive(broken, Said.NOTHING))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void anotherLengthOrDigestLeavesNothing() throws IOException {
        Said nine = new Said(Optional.of(9L), Optional.empty());
        assertThat(store.receive(bytes(), nine)).isEqualTo(new Received.OtherLength(9, 8));
        Said other = new Said(Optional.empty(), Optional.of("0".repeat(64)));
        assertThat(store.receive(bytes(), other)).isEqualTo(new Received.OtherDigest());
        assertThat(files()).isEmpty();
    }

    @Test
    void tooMuchOrNothingLeavesNothing() throws IOException {
        assertThat(store.receive(new ByteArrayInputStream(new byte[1001]), Said.NOTHING))
                .isEqualTo(new Received.TooLarge(1000));
        assertThat(store.receive(InputStream.nullInputStream(), Said.NOTHING))
                .isEqualTo(new Received.Empty());
        assertThat(files()).isEmpty();
    }

    @Test
    void bytesChangedOnDiskAreFound() throws IOException {
        store.receive(bytes(), Said.NOTHING);
        Files.writeString(store.place(SHA256), "Firmware");
        assertThat(store.intact(SHA256)).isFalse();
        Files.delete(store.place(SHA256));
        assertThat(store.intact(SHA256)).isFalse();
    }

    @Test
    void noNameLeadsOutOfTheStore() {
        assertThatThrownBy(() -> store.place("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSaidDigestIsRead() {
        String header = "sha-512=:AAAA:, sha-256=:" + "A".repeat(43) + "=:";
        assertThat(SaidDigest.sha256(header)).contains("0".repeat(64));
        assertThat(SaidDigest.sha256("sha-256=abc")).isEmpty();
    }
}
