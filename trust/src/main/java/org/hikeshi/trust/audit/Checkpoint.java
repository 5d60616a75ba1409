package org.hikeshi.trust.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.LengthPrefixed;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The signed end of a chain at some moment. What is signed (Ed25519, RFC 8032) is the canonical
 * form of these fields in this order, each with its length before it: {@code
 * hikeshi-audit-checkpoint-v1}, service, number, sequence, chain hash (32 bytes), count, time (ISO
 * 8601, as in rows), previous (32 bytes), kid; numbers in decimal digits. The hash of a checkpoint,
 * which the next one carries as {@code previous}, is SHA-256 over two fields with their lengths:
 * what was signed, and the signature.
 *
 * @param number from 1 without gaps
 * @param sequence the last row it covers
 * @param chainHash that row's chain hash
 * @param count rows since the checkpoint before it, at least 1
 * @param at when it was signed, by the signing service's clock, to the microsecond
 * @param previous hash of the checkpoint before it; 32 zero bytes for the first
 * @param kid which key of the directory signed it
 * @param signature 64 bytes in base64
 */
public record Checkpoint(
        String service,
        long number,
        long sequence,
        Hash chainHash,
        long count,
        Instant at,
        Hash previous,
        String kid,
        String signature) {
    private static final String FIRST_WORD = "hikeshi-audit-checkpoint-v1";

    /** The next checkpoint after {@code before}, null if there is none, signed. */
    public static Checkpoint sign(
            ServiceIdentity identity,
            @Nullable Checkpoint before,
            long sequence,
            Hash chainHash,
            Instant now) {
        Checkpoint bare =
                new Checkpoint(
                        identity.service(),
                        before == null ? 1 : before.number + 1,
                        sequence,
                        chainHash,
                        sequence - (before == null ? 0 : before.sequence),
                        now.truncatedTo(ChronoUnit.MICROS),
                        before == null ? Hash.NONE : before.hash(),
                        identity.key().kid(),
                        "");
        return bare.signed(Base64.getEncoder().encodeToString(identity.sign(bare.bytes())));
    }

    private Checkpoint signed(String by) {
        return new Checkpoint(service, number, sequence, chainHash, count, at, previous, kid, by);
    }

    /** What is signed. */
    public byte[] bytes() {
        return new LengthPrefixed()
                .add(FIRST_WORD)
                .add(service)
                .add(Long.toString(number))
                .add(Long.toString(sequence))
                .add(chainHash.bytes())
                .add(Long.toString(count))
                .add(at.toString())
                .add(previous.bytes())
                .add(kid)
                .bytes();
    }

    public Hash hash() {
        return Hash.over(new LengthPrefixed().add(bytes()).add(rawSignature()).bytes());
    }

    /** What the directory says about the signature, as one of this service at its time. */
    public Verdict judge(KeyDirectory keys) {
        return keys.verify(kid, service, at, bytes(), rawSignature());
    }

    /** No bytes if it is not base64, which no key accepts. */
    private byte[] rawSignature() {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return HexFormat.of().parseHex("");
        }
    }

    /** Whether it follows {@code before}, null if nothing comes before it. */
    boolean follows(@Nullable Checkpoint before) {
        return before == null
                ? number == 1 && previous.equals(Hash.NONE) && count == sequence
                : number == before.number + 1
                        && previous.equals(before.hash())
                        && count == sequence - before.sequence
                        && count > 0;
    }
}
