package org.hikeshi.system.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scanner that finds nothing proves nothing: here it finds what is planted, in each shape. */
class SecretScannerTest {
    private static final PlantedSecret LATIN = PlantedSecret.latin("json:/reporter/name");
    private static final PlantedSecret JAPANESE = PlantedSecret.japanese("json:/description");
    private final SecretScanner scanner = new SecretScanner(List.of(LATIN, JAPANESE));

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void findsEveryShapeOfEveryEncoding(Encoding encoding) {
        for (PlantedSecret secret : List.of(LATIN, JAPANESE)) {
            for (byte[] shape : encoding.shapes(secret.word())) {
                assertThat(scanner.scan("haystack", inHaystack(shape)))
                        .anyMatch(f -> f.secret().equals(secret));
            }
        }
        assertThat(
                        scanner.scan(
                                "haystack",
                                inHaystack(encoding.shapes(JAPANESE.word()).getFirst())))
                .as("no single-byte encoding writes this word, so the encoding is known")
                .anyMatch(
                        f ->
                                f.encoding() == encoding
                                        || encoding == Encoding.BASE64_URL
                                                && f.encoding() == Encoding.BASE64);
    }

    static Stream<byte[]> encodedByOthers() throws Exception {
        String text = "before " + LATIN.word() + " behind";
        return Stream.concat(
                IntStream.range(0, 3)
                        .mapToObj(
                                n -> Base64.getEncoder().encode(("x".repeat(n) + text).getBytes())),
                Stream.of(
                        HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).getBytes(),
                        URLEncoder.encode(text, StandardCharsets.UTF_8).getBytes(),
                        text.getBytes(StandardCharsets.UTF_16),
                        text.getBytes(StandardCharsets.UTF_16LE),
                        text.getBytes(Charset.forName("ISO-2022-JP"))));
    }

    @ParameterizedTest
    @MethodSource("encodedByOthers")
    void findsWhatTheJdkEncoded(byte[] encoded) {
        assertThat(scanner.scan("haystack", encoded)).isNotEmpty();
    }

    @Test
    void findsAWordThatIsCutByTheReadBuffer() {
        byte[] word = LATIN.word().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[(1 << 16) - 5]);
        out.writeBytes(word);
        InputStream oneByOne =
                new ByteArrayInputStream(out.toByteArray()) {
                    @Override
                    public int read(byte[] b, int off, int len) {
                        return super.read(b, off, Math.min(len, 7));
                    }
                };
        assertThat(scanner.scan("cut", out.toByteArray()))
                .singleElement()
                .satisfies(f -> assertThat(f.offset()).isEqualTo((1 << 16) - 5 + word.length - 1));
        assertThat(scanner.scan("slow", oneByOne)).hasSize(1);
    }

    @Test
    void findsNothingInNoise() {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        assertThat(scanner.scan("noise", noise)).isEmpty();
        assertThat(scanner.scan("half a word", LATIN.word().substring(1).getBytes())).isEmpty();
    }

    private static byte[] inHaystack(byte[] needle) {
        byte[] hay = new byte[4096];
        new Random(11).nextBytes(hay);
        System.arraycopy(needle, 0, hay, 1234, needle.length);
        return hay;
    }
}
