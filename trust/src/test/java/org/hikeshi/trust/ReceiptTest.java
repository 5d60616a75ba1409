package org.hikeshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

    private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void itsBytesArePlainText() {
        Receipt receipt =
                new Receipt(
                        "R-7K3M-92QX-W",
                        AT,
                        "1.0",
                        HASH,
                        List.of(HASH, HASH),
                        List.of(
                                new Receipt.Promise("E3.2-ack", "receipt-mail", "commitment", AT),
                                new Receipt.Promise("E5.1-first", "first-action", "target", AT)));
        assertThat(new String(receipt.bytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        Hikeshi receipt v1
                        id: R-7K3M-92QX-W
                        received: 2026-04-01T00:00:00Z
                        policy: 1.0
                        report-sha256: %1$s
                        file-sha256: %1$s
                        file-sha256: %1$s
                        promise: E3.2-ack receipt-mail commitment 2026-04-01T00:00:00Z
                        promise: E5.1-first first-action target 2026-04-01T00:00:00Z
                        """
                                .formatted(HASH));
    }

    @Test
    void anyFlippedBitIsSeen() {
        SigningKey key = SigningKey.generate("intake-1");
        SignedReceipt signed = new ReceiptSigner(key).sign(plain("R-7K3M-92QX-W"));
        assertThat(signed.keyId()).isEqualTo("intake-1");
        assertThat(signed.isSignedBy(key.publicKey())).isTrue();
        byte[] bytes = signed.bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            SignedReceipt forged =
                    new SignedReceipt(Flips.bit(bytes, bit), signed.ed25519(), "intake-1");
            assertThat(forged.isSignedBy(key.publicKey())).isFalse();
        }
        assertThat(signed.isSignedBy(SigningKey.generate("k").publicKey())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\npromise: x", "a\r", "受付", "-a", "a\u2028b"})
    void noFieldCanAddALine(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> plain(hostile));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Receipt.Promise(hostile, "c", "target", AT));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Receipt(
                                        "R",
                                        AT,
                                        "1",
                                        HASH,
                                        List.of(HASH + hostile + "x"),
                                        List.of()));
    }

    private static Receipt plain(String id) {
        return new Receipt(id, AT, "1.0", HASH, List.of(), List.of());
    }
}
