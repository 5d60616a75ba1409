package org.hikeshi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

    @Test
    void theUsualPortMayBeNamedOrNot() {
        Origin origin = new Origin("https://security.example.com");

        assertThat(origin.isHost("security.example.com", 1)).isTrue();
        assertThat(origin.isHost("SECURITY.example.com:443", 1)).isTrue();
        assertThat(origin.isHost("security.example.com:80", 1)).isFalse();
        assertThat(origin.isHost("security.example.com.evil.example", 1)).isFalse();
        assertThat(origin.isOrigin("https://security.example.com", 1)).isTrue();
        assertThat(origin.isOrigin("http://security.example.com", 1)).isFalse();
        assertThat(origin.link("/status")).isEqualTo("https://security.example.com/status");
    }

    @Test
    void anyOtherPortMustBeNamed() {
        Origin origin = new Origin("http://localhost:8080/");

        assertThat(origin.isHost("localhost:8080", 1)).isTrue();
        assertThat(origin.isHost("localhost", 1)).isFalse();
        assertThat(origin.address()).isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://a.example",
                "https://a.example/path",
                "https://u@a.example",
                "https://a.example?x"
            })
    void anAddressThatIsNoOriginIsRefusedAtStart(String configured) {
        assertThatThrownBy(() -> new Origin(configured))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
