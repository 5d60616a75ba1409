package org.hikeshi.intake.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Promise;
import org.hikeshi.trust.SignedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a stored report, as the contract has it.
 *
 * @param accessKey 26 characters, shown here and never stored
 * @param receivedAt server time, UTC
 * @param statusUrl where to sign in with code and key
 */
public record ReportAnswer(
        String trackingCode,
        String accessKey,
        Instant receivedAt,
        String statusUrl,
        String policyVersion,
        List<PromiseAnswer> promises,
        ReceiptAnswer receipt) {

    /** One dated promise; {@code kind} is {@code target} or {@code commitment}. */
    public record PromiseAnswer(
            String clause, String clock, String kind, Instant dueAt, String text) {

        public static PromiseAnswer of(Promise promise, Language language) {
            return new PromiseAnswer(
                    promise.clause(),
                    promise.clock(),
                    promise.kind().name().toLowerCase(Locale.ROOT),
                    promise.dueAt(),
                    text(promise.text(), language));
        }

        private static String text(Map<Language, String> texts, Language language) {
            return texts.getOrDefault(language, "");
        }
    }

    /**
     * Exact bytes and signatures, base64 (RFC 4648 §4).
     *
     * @param ed25519 raw signature, 64 bytes
     * @param openpgp detached signature in ASCII armour over the same bytes; only where the receipt
     *     is asked for, and only if the desk has an OpenPGP certificate
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReceiptAnswer(
            String bytes, String ed25519, String keyId, @Nullable String openpgp) {

        public static ReceiptAnswer of(SignedReceipt receipt) {
            Base64.Encoder base64 = Base64.getEncoder();
            return new ReceiptAnswer(
                    base64.encodeToString(receipt.bytes()),
                    base64.encodeToString(receipt.ed25519()),
                    receipt.keyId(),
                    null);
        }

        public ReceiptAnswer signed(byte[] armoured) {
            String base64 = Base64.getEncoder().encodeToString(armoured);
            return new ReceiptAnswer(bytes, ed25519, keyId, base64);
        }
    }
}
