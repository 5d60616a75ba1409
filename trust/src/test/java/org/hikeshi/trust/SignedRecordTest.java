package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedRecordTest {

    private static final byte[] VALUE = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> HEADERS =
            Map.of("ce_id", "1", "ce_type", "t", "ce_time", "2026-04-01T00:00:00Z");
    private static final SignedRecord RECORD =
            SignedRecord.of("case-events", "key", "application/json", HEADERS, VALUE);

    /** Written down, for republished records of any age must verify: these bytes never change. */
    @Test
    void theCanonicalFormIsForEver() {
        assertThat(HexFormat.of().formatHex(RECORD.bytes()))
                .isEqualTo(
                        field("hikeshi-record-v1")
                                + field("case-events")
                                + field("key")
                                + field("application/json")
                                + field("3")
                                + field("ce_id")
                                + field("1")
                                + field("ce_time")
                                + field("2026-04-01T00:00:00Z")
                                + field("ce_type")
                                + field("t")
                                + "00000020"
                                + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void everyCoveredPartCounts() {
        assertThat(
                        SignedRecord.of("case-event", "skey", "application/json", HEADERS, VALUE)
                                .bytes())
                .isNotEqualTo(RECORD.bytes());
        assertThat(
                        SignedRecord.of("case-events", "key2", "application/json", HEADERS, VALUE)
                                .bytes())
                .isNotEqualTo(RECORD.bytes());
        assertThat(SignedRecord.of("case-events", "key", "text/plain", HEADERS, VALUE).bytes())
                .isNotEqualTo(RECORD.bytes());
        assertThat(
                        SignedRecord.of(
                                        "case-events",
                                        "key",
                                        "application/json",
                                        HEADERS,
                                        "{ }".getBytes(StandardCharsets.UTF_8))
                                .bytes())
                .isNotEqualTo(RECORD.bytes());
        for (String name : HEADERS.keySet()) {
            assertThat(with(name, "other").bytes()).as(name).isNotEqualTo(RECORD.bytes());
            Map<String, String> without = new HashMap<>(HEADERS);
            without.remove(name);
            assertThat(of(without).bytes()).as(name).isNotEqualTo(RECORD.bytes());
        }
        assertThat(with("ce_added", "").bytes()).isNotEqualTo(RECORD.bytes());
    }

    @Test
    void signatureAndTraceContextDoNot() {
        assertThat(with("ce_signature", "x").bytes()).isEqualTo(RECORD.bytes());
        assertThat(with("traceparent", "x").bytes()).isEqualTo(RECORD.bytes());
        assertThat(with("content-type", "x").bytes()).isEqualTo(RECORD.bytes());
    }

    /** Without lengths these two would sign alike. */
    @Test
    void noBorderBetweenFieldsCanBeMoved() {
        assertThat(of(Map.of("ce_a", "bce_cd")).bytes())
                .isNotEqualTo(of(Map.of("ce_a", "b", "ce_c", "d")).bytes());
        assertThat(SignedRecord.of("ab", "c", "d", Map.of(), VALUE).bytes())
                .isNotEqualTo(SignedRecord.of("a", "bc", "d", Map.of(), VALUE).bytes());
    }

    private static SignedRecord with(String name, String value) {
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put(name, value);
        return of(headers);
    }

    private static SignedRecord of(Map<String, String> headers) {
        return SignedRecord.of("case-events", "key", "application/json", headers, VALUE);
    }

    private static String field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits(bytes.length) + HexFormat.of().formatHex(bytes);
    }
}
