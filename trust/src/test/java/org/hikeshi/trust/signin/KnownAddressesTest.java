package org.hikeshi.trust.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownAddressesTest {

    private final KnownAddresses addresses = new KnownAddresses();

    @Test
    void theOneInUseStaysWhateverComesAfterIt() {
        addresses.signedIn("ciso", "192.0.2.1");
        for (int other = 0; other < 2 * KnownAddresses.MOST; other++) {
            addresses.signedIn("qa-" + other, "203.0.113.9");
            assertThat(addresses.knows("ciso", "192.0.2.1")).isTrue();
        }
        assertThat(addresses.knows("qa-0", "203.0.113.9")).isFalse();
    }

    @Test
    void onePersonsDoNotDriveOutAnothers() {
        addresses.signedIn("ciso", "192.0.2.1");
        for (int other = 0; other < 2 * KnownAddresses.MOST; other++) {
            addresses.signedIn("qa", "203.0.113." + other);
        }
        assertThat(addresses.knows("ciso", "192.0.2.1")).isTrue();
        assertThat(addresses.knows("qa", "203.0.113.0")).isFalse();
        assertThat(addresses.knows("qa", "203.0.113." + (2 * KnownAddresses.MOST - 1))).isTrue();
    }
}
