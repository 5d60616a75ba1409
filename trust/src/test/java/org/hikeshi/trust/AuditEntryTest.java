package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditEntryTest {

    private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");
    private static final byte[] DETAIL = {1, 2, 3};

    @Test
    void everyFieldCounts() {
        Set<String> hashes = new HashSet<>();
        for (AuditEntry entry :
                new AuditEntry[] {
                    new AuditEntry("a", "b", "c", AT, DETAIL),
                    new AuditEntry("ab", "", "c", AT, DETAIL),
                    new AuditEntry("a", "bc", "", AT, DETAIL),
                    new AuditEntry("a", "b", "c", AT.plusNanos(1), DETAIL),
                    new AuditEntry("a", "b", "c", AT, new byte[] {1, 2}),
                    AuditEntry.of("a", "b", "c", AT)
                }) {
            hashes.add(HexFormat.of().formatHex(entry.contentHash()));
        }
        assertThat(hashes).hasSize(6);
    }

    /** The chain is built on this: the hash of an old row must stay what it was. */
    @Test
    void theHashIsForEver() {
        assertThat(new AuditEntry("a", "b", "c", AT, DETAIL).contentHash())
                .isEqualTo(
                        Sha256.of(
                                HexFormat.of()
                                        .parseHex(
                                                "00000010"
                                                        + "68696b657368692d61756469742d7631"
                                                        + "00000001"
                                                        + "61"
                                                        + "00000001"
                                                        + "62"
                                                        + "00000001"
                                                        + "63"
                                                        + "00000014"
                                                        + "323032362d30342d30315430303a30303a30305a"
                                                        + "00000020"
                                                        + HexFormat.of()
                                                                .formatHex(Sha256.of(DETAIL)))));
    }

    @Test
    void theDetailIsACopy() {
        byte[] detail = DETAIL.clone();
        AuditEntry entry = new AuditEntry("a", "b", "c", AT, detail);
        byte[] before = entry.contentHash();
        detail[0] = 9;
        entry.sealedDetail()[0] = 9;
        assertThat(entry.contentHash()).isEqualTo(before);
    }
}
