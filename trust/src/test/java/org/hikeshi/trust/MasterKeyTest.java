package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final SealedAt AT = SealedAt.of("report", "identity_key", "r1");
    private static final SealedAt VALUE = SealedAt.of("report", "name", "r1");
    private static final char[] PASSWORD = "a pass word".toCharArray();

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("master.p12");
    }

    @Test
    void aWrappedKeyOpensWhatItsKeySealed() {
        MasterKey master = MasterKey.create(file, PASSWORD);
        DataKey key = DataKey.generate();
        byte[] sealed = key.seal(new byte[] {5}, VALUE);
        byte[] stored = master.wrap(key, AT).bytes();
        MasterKey loaded = MasterKey.load(file, PASSWORD);
        assertThat(stored).hasSize(66);
        assertThat(loaded.unwrap(WrappedKey.of(stored), AT).open(sealed, VALUE)).containsExactly(5);
    }

    @Test
    void anyFlippedBitKeepsItShut() {
        MasterKey master = MasterKey.create(file, PASSWORD);
        byte[] wrapped = master.wrap(DataKey.generate(), AT).bytes();
        for (int bit = 0; bit < wrapped.length * 8; bit++) {
            byte[] flipped = Flips.bit(wrapped, bit);
            assertThatExceptionOfType(NotOpened.class)
                    .isThrownBy(() -> master.unwrap(WrappedKey.of(flipped), AT));
        }
    }

    @Test
    void aWrappedKeyOpensOnlyAtItsPlaceAndByItsMaster() {
        MasterKey master = MasterKey.create(file, PASSWORD);
        MasterKey other = MasterKey.create(folder.resolve("other.p12"), PASSWORD);
        WrappedKey wrapped = master.wrap(DataKey.generate(), AT);
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> master.unwrap(wrapped));
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(
                        () -> master.unwrap(wrapped, SealedAt.of("report", "identity_key", "r2")));
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> other.unwrap(wrapped, AT));
    }

    /** A sealed value of 32 bytes has a wrapped key's length; the kind keeps the two apart. */
    @Test
    void aSealedValueIsNoWrappedKey() {
        byte[] sealed = DataKey.generate().seal(new byte[32], AT);
        assertThat(sealed).hasSize(66);
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> WrappedKey.of(sealed));
    }

    @Test
    void rotationWrapsWithTheNewAndOpensTheOld() {
        MasterKey.create(file, PASSWORD);
        DataKey key = DataKey.generate();
        WrappedKey old = MasterKey.load(file, PASSWORD).wrap(key, AT);
        byte[] sealed = key.seal(new byte[] {6}, VALUE);

        MasterKey rotated = MasterKey.rotate(file, PASSWORD);
        MasterKey loaded = MasterKey.load(file, PASSWORD);

        assertThat(rotated.generation()).isEqualTo(2);
        assertThat(loaded.unwrap(old, AT).open(sealed, VALUE)).containsExactly(6);
        WrappedKey renewed = loaded.rewrap(old, AT).orElseThrow();
        assertThat(renewed.generation()).isEqualTo(2);
        assertThat(loaded.unwrap(renewed, AT).open(sealed, VALUE)).containsExactly(6);
        assertThat(loaded.rewrap(renewed, AT)).isEmpty();
    }

    @Test
    void aGenerationThatIsMissingIsNamed() throws IOException {
        MasterKey.create(file, PASSWORD);
        byte[] backup = Files.readAllBytes(file);
        WrappedKey newer = MasterKey.rotate(file, PASSWORD).wrap(DataKey.generate(), AT);
        Files.write(file, backup);
        assertThatExceptionOfType(NotOpened.class)
                .isThrownBy(() -> MasterKey.load(file, PASSWORD).unwrap(newer, AT))
                .withMessage("no generation 2 in the keystore");
    }

    @Test
    void aMasterKeyIsNeverOverwritten() {
        MasterKey.create(file, PASSWORD);
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> MasterKey.create(file, PASSWORD))
                .withMessage(file + ": exists already");
    }

    @Test
    void aWrongPasswordAndADamagedFileAreNamed() throws IOException {
        MasterKey.create(file, PASSWORD);
        unreadable("other".toCharArray());
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(22);
        for (int i = 0; i < 40; i++) {
            byte[] flipped = Flips.bit(good, random.nextInt(good.length * 8));
            Files.write(file, flipped);
            unreadable(PASSWORD);
        }
        Files.write(file, new byte[0]);
        unreadable(PASSWORD);
        Files.delete(file);
        unreadable(PASSWORD);
    }

    private void unreadable(char[] password) {
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> MasterKey.load(file, password))
                .withMessageStartingWith(file + ": ");
    }
}
