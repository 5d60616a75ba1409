package org.hikeshi.launcher.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/report",
                "/report/",
                "/.well-known/security.txt",
                "/a.b/c..d",
                "/%E8%A9%A6",
                "/x:y@z"
            })
    void letsOrdinaryPathsThrough(String path) {
        assertThat(PlainPaths.plain(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "report",
                "*",
                "/a;b",
                "/a%3Bb",
                "/a%3bb",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "//a",
                "/a//b",
                "/./a",
                "/a/.",
                "/a/..",
                "/../a",
                "/%2e%2e/a",
                "/.%2E/a",
                "/a%00",
                "/a%252Fb",
                "/a b",
                "/é"
            })
    void refusesWhatTwoProgramsMayReadDifferently(String path) {
        assertThat(PlainPaths.plain(path)).isFalse();
    }
}
