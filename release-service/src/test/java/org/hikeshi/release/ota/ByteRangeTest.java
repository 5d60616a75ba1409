package org.hikeshi.release.ota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hikeshi.release.ota.ByteRange.Outside;
import org.hikeshi.release.ota.ByteRange.Part;
import org.hikeshi.release.ota.ByteRange.Whole;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ByteRangeTest {
    private record Asked(String header, long length, ByteRange expected) {}

    @TestFactory
    Stream<DynamicTest> ranges() {
        return Stream.of(
                        new Asked("bytes=0-", 100, new Part(0, 99)),
                        new Asked("bytes=40-", 100, new Part(40, 99)),
                        new Asked("bytes=99-", 100, new Part(99, 99)),
                        new Asked("bytes=0-0", 100, new Part(0, 0)),
                        new Asked("bytes=10-19", 100, new Part(10, 19)),
                        new Asked("bytes=10-1000", 100, new Part(10, 99)),
                        new Asked("bytes=-10", 100, new Part(90, 99)),
                        new Asked("bytes=-1000", 100, new Part(0, 99)),
                        new Asked("Bytes = 1-2", 100, new Part(1, 2)),
                        new Asked("bytes=5000000000-", 6_000_000_000L, part(5_000_000_000L)),
                        new Asked("bytes=100-", 100, new Outside()),
                        new Asked("bytes=9999999999999999999-", 100, new Outside()),
                        new Asked("bytes=-0", 100, new Outside()),
                        new Asked("bytes=0-", 0, new Outside()),
                        new Asked("bytes=-5", 0, new Outside()),
                        new Asked("bytes=9-3", 100, new Whole()),
                        new Asked("bytes=-", 100, new Whole()),
                        new Asked("bytes=0-1,5-6", 100, new Whole()),
                        new Asked("chapters=1-2", 100, new Whole()),
                        new Asked("bytes=a-b", 100, new Whole()),
                        new Asked("", 100, new Whole()))
                .map(
                        asked ->
                                DynamicTest.dynamicTest(
                                        asked.header() + " of " + asked.length(),
                                        () ->
                                                assertThat(
                                                                ByteRange.of(
                                                                        asked.header(),
                                                                        asked.length()))
                                                        .isEqualTo(asked.expected())));
    }

    private static Part part(long from) {
        return new Part(from, 5_999_999_999L);
    }

    @Test
    void noHeaderIsTheWholeFile() {
        assertThat(ByteRange.of(null, 7)).isEqualTo(new Whole());
    }
}
