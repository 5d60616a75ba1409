package org.hikeshi.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final String TYPE = EventType.REPORT_RECEIVED.ceType();
    private static final String GOOD =
            """
            {"caseId":"7b0c1f6e-52a3-4b3e-9d0a-0c6f6f0f4a01",\
            "reportId":"1f2e3d4c-5b6a-4978-8877-665544332211","trackingCode":"R-7K3M-92QX-W",\
            "policyVersion":"1.0","receivedAt":"2026-04-01T00:00:00Z","source":"desk",\
            "channel":"form","language":"both","anonymous":false}""";

    private final EventCodec codec = new EventCodec();

    @Test
    void whatIsSaidIsRead() throws UnreadableEvent {
        SomeEvents some = SomeEvents.ofSeed(1);
        for (int i = 0; i < 2_000; i++) {
            SaidEvent said = some.next();
            byte[] bytes = codec.encode(said);
            assertThat(codec.decode(said.type(), bytes)).isEqualTo(said);
            assertThat(codec.encode(said)).isEqualTo(bytes);
        }
    }

    @Test
    void theGoodOneIsGood() throws UnreadableEvent {
        assertThat(read(GOOD)).isInstanceOf(ReportReceived.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "caseId",
                "reportId",
                "trackingCode",
                "policyVersion",
                "receivedAt",
                "source",
                "channel",
                "language",
                "anonymous"
            })
    void aMissingOrNullFieldIsNamed(String field) {
        String without = GOOD.replaceFirst(",?\"" + field + "\":(\"[^\"]*\"|false)", "");
        unreadable(without.replace("{,", "{"), "report-received");
        String asNull =
                GOOD.replaceFirst("\"" + field + "\":(\"[^\"]*\"|false)", "\"" + field + "\":null");
        unreadable(asNull, "report-received");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"anonymous\":\"false\"",
                "\"anonymous\":0",
                "\"anonymous\":[false]",
                "\"source\":1",
                "\"source\":[\"desk\"]",
                "\"source\":{}",
                "\"receivedAt\":1775001600",
                "\"receivedAt\":\"2026-04-01\"",
                "\"receivedAt\":\"2026-04-01T00:00:00+09:00\"",
                "\"receivedAt\":\"2026-02-30T00:00:00Z\"",
                "\"receivedAt\":\"2026-04-01T24:00:00Z\"",
                "\"receivedAt\":\"2026-04-01T00:00:60Z\"",
                "\"receivedAt\":\"+12026-04-01T00:00:00Z\"",
                "\"policyVersion\":1",
                "\"policyVersion\":1.0",
                "\"policyVersion\":\"\"",
                "\"policyVersion\":\"1.0 \"",
                "\"policyVersion\":\"a b\"",
                "\"policyVersion\":\"１.0\"",
                "\"policyVersion\":\"1.0\\n\"",
                "\"caseId\":\"7B0C1F6E-52A3-4B3E-9D0A-0C6F6F0F4A01\"",
                "\"caseId\":\"1-1-1-1-1\"",
                "\"caseId\":{\"value\":\"7b0c1f6e-52a3-4b3e-9d0a-0c6f6f0f4a01\"}",
                "\"trackingCode\":\"R-7K3M-92QX-4\"",
                "\"trackingCode\":\"r-7k3m-92qx-w\"",
                "\"trackingCode\":\"7K3M92QXW\"",
                "\"product\":\"none\"",
                "\"product\":false"
            })
    void aWrongValueIsNamedAndNotQuoted(String wrong) {
        String field = wrong.substring(1, wrong.indexOf('"', 1));
        String value =
                GOOD.replaceFirst(",?\"" + field + "\":(\"[^\"]*\"|false)", "").replace("{,", "{");
        String changed = value.substring(0, value.length() - 1) + "," + wrong + "}";
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read(changed))
                .withMessage("report-received: " + field + " cannot be read")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{}",
                "1",
                "\"x\"",
                "{",
                GOOD + "{}",
                GOOD + " 1",
                GOOD + "\u0000",
                "\uFEFF" + GOOD,
                "[" + GOOD + "]"
            })
    void whatIsNoEventIsUnreadable(String text) {
        unreadable(text, "report-received: ");
    }

    @Test
    void aDoubledFieldIsUnreadable() {
        unreadable(
                GOOD.replace("\"anonymous\":false", "\"anonymous\":false,\"anonymous\":true"), "");
    }

    @Test
    void aHostileNameIsNotQuoted() {
        String secret = "Taro Yamada taro@example.com";
        String text =
                GOOD.substring(0, GOOD.length() - 1) + ",\"" + secret + "\":{\"" + secret + "\":[}";
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Taro", "example"));
    }

    @Test
    void depthAndLengthHaveLimits() throws UnreadableEvent {
        String room = GOOD.substring(0, GOOD.length() - 1) + ",\"added\":";
        assertThat(read(room + "[".repeat(15) + "]".repeat(15) + "}")).isNotNull();
        unreadable(room + "[".repeat(16) + "]".repeat(16) + "}", "");
        unreadable(room + "[".repeat(30_000) + "]".repeat(30_000) + "}", "");
        String padded = GOOD.substring(0, GOOD.length() - 1) + ",\"added\":\"";
        unreadable(padded + "x".repeat(EventCodec.MAX_BYTES) + "\"}", "longer than 65536 bytes");
        unreadable(
                GOOD.substring(0, GOOD.length() - 1) + ",\"added\":" + "9".repeat(5_000) + "}", "");
    }

    @Test
    void anotherEncodingIsUnreadable() {
        for (var charset : Arrays.asList(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThatExceptionOfType(UnreadableEvent.class)
                    .isThrownBy(() -> codec.decode(TYPE, GOOD.getBytes(charset)));
        }
        byte[] broken = GOOD.getBytes(StandardCharsets.UTF_8);
        broken[3] = (byte) 0xff;
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> codec.decode(TYPE, broken))
                .withMessage("report-received: not UTF-8");
    }

    @Test
    void anUnknownTypeIsUnreadable() {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(
                        () ->
                                codec.decode(
                                        "org.hikeshi.report-received.v2",
                                        GOOD.getBytes(StandardCharsets.UTF_8)))
                .withMessage("unknown type");
    }

    @Test
    void anUnknownEnumValueHasABranch() throws UnreadableEvent {
        ReportReceived event =
                (ReportReceived) read(GOOD.replace("\"desk\"", "\"carrier-pigeon\""));
        assertThat(event.source()).isEqualTo(Source.UNKNOWN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.encode(event))
                .withMessage("source is UNKNOWN, which cannot be said");
    }

    @Test
    void aYearThatCannotBeReadCannotBeSaid() {
        ReportReceived some = SomeEvents.ofSeed(3).received();
        ReportReceived far =
                new ReportReceived(
                        some.caseId(),
                        some.reportId(),
                        some.trackingCode(),
                        null,
                        some.policyVersion(),
                        Instant.MAX,
                        some.source(),
                        some.channel(),
                        some.language(),
                        false);
        assertThatIllegalArgumentException().isThrownBy(() -> codec.encode(far));
    }

    /**
     * Cut, flipped, doubled, mixed bytes give an event or {@link UnreadableEvent}, nothing else.
     */
    @Test
    void hostileBytesNeverCrash() {
        Random random = new Random(2);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            int hits = 1 + random.nextInt(4);
            for (int hit = 0; hit < hits; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(8) == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            read += reads(bytes) ? 1 : 0;
        }
        assertThat(read).isBetween(1, 19_000);
    }

    private boolean reads(byte[] bytes) {
        try {
            codec.decode(TYPE, bytes);
            return true;
        } catch (UnreadableEvent e) {
            return false;
        }
    }

    private SaidEvent read(String text) throws UnreadableEvent {
        return codec.decode(TYPE, text.getBytes(StandardCharsets.UTF_8));
    }

    private void unreadable(String text, String reason) {
        assertThatExceptionOfType(UnreadableEvent.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(reason);
    }
}
