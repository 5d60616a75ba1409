package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final SealedAt AT = SealedAt.of("report", "description", "r1");

    private final DataKey key = DataKey.generate();

    @Test
    void whatIsSealedOpens() {
        Random random = new Random(21);
        for (int i = 0; i < 500; i++) {
            byte[] plain = new byte[random.nextInt(5_000)];
            random.nextBytes(plain);
            byte[] sealed = key.seal(plain, AT);
            assertThat(sealed).hasSize(plain.length + 34);
            assertThat(key.open(sealed, AT)).isEqualTo(plain);
        }
    }

    @Test
    void theSameTextSealsDifferentlyAndHidesIt() {
        byte[] plain = "a word that must not be seen".getBytes(StandardCharsets.UTF_8);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String hex = HexFormat.of().formatHex(key.seal(plain, AT));
            assertThat(hex).doesNotContain(HexFormat.of().formatHex(plain, 0, 8));
            seen.add(hex);
        }
        assertThat(seen).hasSize(1_000);
    }

    @Test
    void anyFlippedBitKeepsItShut() {
        byte[] sealed = key.seal("prose".getBytes(StandardCharsets.UTF_8), AT);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            refuses(key, Flips.bit(sealed, bit), AT);
        }
    }

    @Test
    void anyOtherLengthKeepsItShut() {
        byte[] sealed = key.seal("prose".getBytes(StandardCharsets.UTF_8), AT);
        for (int length = 0; length < sealed.length + 20; length++) {
            if (length != sealed.length) {
                refuses(key, Arrays.copyOf(sealed, length), AT);
            }
        }
    }

    @Test
    void itOpensNowhereElse() {
        byte[] sealed = key.seal(new byte[] {1}, AT);
        for (SealedAt other :
                List.of(
                        SealedAt.of("reports", "description", "r1"),
                        SealedAt.of("report", "title", "r1"),
                        SealedAt.of("report", "description", "r2"),
                        SealedAt.of("reportd", "escription", "r1"),
                        SealedAt.of("report", "descriptionr", "1"))) {
            refuses(key, sealed, other);
        }
        refuses(DataKey.generate(), sealed, AT);
    }

    /** Version 1 as it was first written: data at rest must open for ever. */
    @Test
    void aValueSealedByTheFirstVersionOpens() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 7);
        byte[] sealed = HexFormat.of().parseHex(FIRST_SEALED);
        assertThat(DataKey.of(bytes).open(sealed, AT))
                .isEqualTo("first".getBytes(StandardCharsets.UTF_8));
    }

    private static final String FIRST_SEALED =
            "530100000000000102030405060708090a0b7ee89b0369d4ca79d9dc44165b85b02f7ad8bd0742";

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(key).hasToString("DataKey");
    }

    private static void refuses(DataKey key, byte[] sealed, SealedAt at) {
        assertThatExceptionOfType(NotOpened.class).isThrownBy(() -> key.open(sealed, at));
    }
}
