package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeysTest {

    private static final UUID REPORT = UUID.fromString("1f2e3d4c-5b6a-4978-8877-665544332211");

    private final AccessKeys keys = new AccessKeys(new byte[32]);

    /** Computed by hand from HMAC-SHA-256: keys already given out must never change. */
    @Test
    void derivationIsForEver() {
        String hmac = "e68a8b52121bc219dd12d1bc9f1b45f340978d8f980bf5a8eda59f94ac81e814";
        BigInteger first130 = new BigInteger(1, HexFormat.of().parseHex(hmac)).shiftRight(126);
        StringBuilder expected = new StringBuilder();
        for (int at = 25; at >= 0; at--) {
            int value = first130.shiftRight(5 * at).intValue() & 31;
            expected.append(Crockford.ALPHABET.charAt(value));
        }
        assertThat(keys.derive(REPORT, 1)).isEqualTo(expected.toString()).hasSize(26);
    }

    @Test
    void everyReportAndGenerationHasItsOwn() {
        Set<String> seen = new HashSet<>();
        for (int generation = 0; generation < 100; generation++) {
            seen.add(keys.derive(REPORT, generation));
            seen.add(keys.derive(new UUID(1, generation), 0));
        }
        byte[] other = new byte[32];
        other[31] = 1;
        seen.add(new AccessKeys(other).derive(REPORT, 0));
        assertThat(seen).hasSize(201);
    }

    @Test
    void howItIsTypedIsForgiven() {
        String key = keys.derive(REPORT, 1);
        String grouped = key.replaceAll("(.{5})", "$1-");
        for (String typed :
                new String[] {
                    key,
                    key.toLowerCase(java.util.Locale.ROOT),
                    grouped,
                    " " + grouped.replace('-', ' ') + "\n",
                    key.replace('0', 'O').replace('1', 'l'),
                    key.replace('0', 'o').replace('1', 'I')
                }) {
            assertThat(keys.matches(typed, REPORT, 1)).as(typed).isTrue();
        }
    }

    @Test
    void anotherKeyDoesNotMatch() {
        String key = keys.derive(REPORT, 1);
        assertThat(keys.matches(key, REPORT, 2)).as("re-issued").isFalse();
        assertThat(keys.matches(key, UUID.randomUUID(), 1)).isFalse();
        assertThat(keys.matches(key.substring(1), REPORT, 1)).isFalse();
        assertThat(keys.matches(key + "0", REPORT, 1)).isFalse();
        for (int at = 0; at < 26; at++) {
            char other = key.charAt(at) == '7' ? '8' : '7';
            String wrong = key.substring(0, at) + other + key.substring(at + 1);
            assertThat(keys.matches(wrong, REPORT, 1)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "U", "💥", "\u0000", "'; DROP TABLE report; --"})
    void whatIsNoKeyMatchesNothing(String typed) {
        assertThat(keys.matches(typed, REPORT, 1)).isFalse();
    }

    @Test
    void anEndlessKeyMatchesNothing() {
        String key = keys.derive(REPORT, 1);
        assertThat(keys.matches(key + " ".repeat(50_000_000), REPORT, 1)).isFalse();
    }

    @Test
    void aShortSecretIsRefused(@TempDir Path folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessKeys(new byte[31]));
        Path file = folder.resolve("intake.secret");
        SecretFile.write(file, new byte[31]);
        assertThatExceptionOfType(UnreadableKeyFile.class)
                .isThrownBy(() -> AccessKeys.load(file))
                .withMessage(file + ": is shorter than 32 bytes");
    }
}
