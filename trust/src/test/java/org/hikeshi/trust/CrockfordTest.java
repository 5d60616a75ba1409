package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CrockfordTest {

    @Test
    void bitsBecomeCharactersInOrder() {
        assertThat(Crockford.encode(new byte[] {0, 0, 0, 0, 0}, 40)).isEqualTo("00000000");
        assertThat(Crockford.encode(new byte[] {-1, -1, -1, -1, -1}, 40)).isEqualTo("ZZZZZZZZ");
        assertThat(Crockford.encode(new byte[] {0x08, 0x42}, 15)).isEqualTo("111");
        assertThat(Crockford.encode(new byte[] {(byte) 0x84, 0x21}, 10)).isEqualTo("GG");
        assertThatIllegalArgumentException().isThrownBy(() -> Crockford.encode(new byte[1], 10));
    }

    @Test
    void everyCharacterOfTheAlphabetIsItself() {
        assertThat(Crockford.forgive(Crockford.ALPHABET)).contains(Crockford.ALPHABET);
        assertThat(Crockford.ALPHABET).hasSize(32).doesNotContain("I", "L", "O", "U");
    }

    @Test
    void lookAlikesAndGapsAreForgivenAndTheRestIsNot() {
        assertThat(Crockford.forgive("oO iIlL-zZ\u3000９")).contains("001111ZZ9");
        assertThat(Crockford.forgive("U")).isEmpty();
        assertThat(Crockford.forgive("É")).isEmpty();
        assertThat(Crockford.forgive("\u0131")).isEmpty();
    }
}
