package org.hikeshi.web.multipart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {

    private static final String TYPE = "multipart/form-data; boundary=XyZ";

    @Test
    void partsArriveInOrderWithExactBytes() throws IOException {
        List<Seen> parts =
                read(
                        part("form-data; name=\"report\"", "{}")
                                + part(
                                        "form-data; name=\"attachment\"; filename=\"a.bin\"",
                                        "\r\n--Xy\r\n")
                                + part("form-data; name=empty; filename=\"\"", "")
                                + "--XyZ--\r\n");
        assertThat(parts)
                .containsExactly(
                        new Seen("report", null, "{}"),
                        new Seen("attachment", "a.bin", "\r\n--Xy\r\n"),
                        new Seen("empty", "", ""));
    }

    @Test
    void aFormWithoutPartsIsEmpty() throws IOException {
        assertThat(read("--XyZ--")).isEmpty();
    }

    @Test
    void unreadContentIsSkipped() throws IOException {
        String body =
                part("form-data; name=a", "x".repeat(200_000))
                        + part("form-data; name=b", "y")
                        + "--XyZ--";
        MultipartBody parts = new MultipartBody(stream(body), TYPE);
        assertThat(parts.next()).isNotNull();
        Part second = parts.next();
        assertThat(second).isNotNull();
        assertThat(new String(second.content().readAllBytes(), UTF_8)).isEqualTo("y");
        assertThat(parts.next()).isNull();
        assertThat(parts.next()).isNull();
    }

    @Test
    void fileNamesAreReadAsBrowsersAndCurlWriteThem() throws IOException {
        String[][] table = {
            {"\"証拠.pcap\"", "証拠.pcap"},
            {"\"a%22b.txt\"", "a\"b.txt"},
            {"\"a\\\"b.txt\"", "a\"b.txt"},
            {"\"C:\\\\dir\\\\c.txt\"", "c.txt"},
            {"\"../../etc/passwd\"", "passwd"},
            {"plain.txt", "plain.txt"},
            {"\"x%0D%0AContent-Type: y\"", "x  Content-Type: y"},
            {"\"" + "n".repeat(300) + "\"", "n".repeat(255)},
        };
        for (String[] row : table) {
            assertThat(read(part("form-data; name=a; filename=" + row[0], "") + "--XyZ--"))
                    .containsExactly(new Seen("a", row[1], ""));
        }
    }

    @Test
    void contentIsTheSameHoweverTheNetworkCutsIt() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            byte[] content = new byte[random.nextInt(round < 10 ? 200_000 : 600)];
            byte[] alphabet = "\r\n--XyZ\r\n-".getBytes(UTF_8);
            for (int i = 0; i < content.length; i++) {
                content[i] = alphabet[random.nextInt(alphabet.length)];
            }
            String text = new String(content, UTF_8);
            if (text.contains("\r\n--XyZ") || text.startsWith("--XyZ")) {
                continue;
            }
            String body = part("form-data; name=a", text) + "--XyZ--\r\n";
            MultipartBody parts = new MultipartBody(dripping(body, random), TYPE);
            Part only = parts.next();
            assertThat(only).isNotNull();
            assertThat(new String(only.content().readAllBytes(), UTF_8)).isEqualTo(text);
            assertThat(parts.next()).isNull();
        }
    }

    @Test
    void noCutOfABodyPassesForAWholeOne() throws IOException {
        String body =
                part("form-data; name=a", "one")
                        + part("form-data; name=b; filename=f", "two")
                        + "--XyZ--";
        for (int length = 0; length < body.length(); length++) {
            String cut = body.substring(0, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(MalformedBodyException.class);
        }
        assertThat(read(body)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/mixed; boundary=XyZ",
                "multipart/form-data; boundary="
                        + "12345678901234567890123456789012345678901234567890123456789012345678901",
                "text/plain; boundary=XyZ",
                ""
            })
    void aTypeWithoutBoundaryIsRefused(String type) {
        assertThatThrownBy(() -> new MultipartBody(stream(""), type))
                .isInstanceOf(MalformedBodyException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preamble\r\n--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--epilogue",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--\r\n\r\n",
                "--XyZ\nContent-Disposition: form-data; name=a\n\nx\n--XyZ--",
                "--XyZ \r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\nno header\r\n\r\nx\r\n--XyZ--",
                "--XyZ\r\n folded: form-data; name=a\r\n\r\nx\r\n--XyZ--",
            })
    void whatIsNoFormIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void headersHaveALimit() {
        assertThatThrownBy(() -> read("--XyZ\r\nA: " + "x".repeat(9_000)))
                .isInstanceOfSatisfying(
                        LargePartHeadersException.class, e -> assertThat(e.part()).isEqualTo(1));
        assertThatThrownBy(() -> read("--XyZ\r\n" + "A: b\r\n".repeat(100_000)))
                .isInstanceOf(LargePartHeadersException.class);
    }

    @Test
    void partsHaveALimit() {
        assertThatThrownBy(() -> read(part("form-data; name=a", "").repeat(401) + "--XyZ--"))
                .isInstanceOf(MalformedBodyException.class);
    }

    @Test
    void headersThatAreNotUtf8AreRefused() {
        byte[] body =
                "--XyZ\r\nContent-Disposition: form-data; name=a; filename=\"\u00e9\"\r\n\r\nx\r\n--XyZ--"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new MultipartBody(new ByteArrayInputStream(body), TYPE).next())
                .isInstanceOf(MalformedBodyException.class);
    }

    private record Seen(
            String name, @org.jspecify.annotations.Nullable String fileName, String content) {}

    private static List<Seen> read(String body) throws IOException {
        List<Seen> seen = new ArrayList<>();
        MultipartBody parts = new MultipartBody(stream(body), TYPE);
        for (Part part = parts.next(); part != null; part = parts.next()) {
            String content = new String(part.content().readAllBytes(), UTF_8);
            seen.add(new Seen(part.name(), part.fileName(), content));
        }
        return seen;
    }

    private static String part(String disposition, String content) {
        return "--XyZ\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Gives a few bytes at a time, as a slow network does. */
    private static InputStream dripping(String text, Random random) {
        ByteArrayInputStream all = new ByteArrayInputStream(text.getBytes(UTF_8));
        return new InputStream() {
            @Override
            public int read() {
                return all.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return all.read(target, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
    }
}
