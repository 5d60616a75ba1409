package org.hikeshi.trust.audit;

import org.hikeshi.trust.LengthPrefixed;

/**
 * How rows hang together. The chain hash of row {@code n} is SHA-256 over these fields, each with
 * its length before it (four bytes, big-endian):
 *
 * <ol>
 *   <li>{@code hikeshi-audit-chain-v1}
 *   <li>the service whose record it is
 *   <li>{@code n} in decimal digits; the first row has 1
 *   <li>the chain hash of row {@code n-1}, 32 bytes; 32 zero bytes for the first row
 *   <li>the content hash of row {@code n}, 32 bytes
 * </ol>
 */
public final class AuditChain {
    private static final String FIRST_WORD = "hikeshi-audit-chain-v1";

    private AuditChain() {}

    /** The chain hash of a row. */
    public static Hash link(String service, long sequence, Hash previous, Hash content) {
        return Hash.over(
                new LengthPrefixed()
                        .add(FIRST_WORD)
                        .add(service)
                        .add(Long.toString(sequence))
                        .add(previous.bytes())
                        .add(content.bytes())
                        .bytes());
    }
}
