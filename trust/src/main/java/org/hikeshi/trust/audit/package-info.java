/**
 * Proof that the record of acts is whole (ADR 0104). A service writes what was done as rows; a
 * sealer numbers them without gaps and chains them, each hash covering the one before it; from time
 * to time the end of the chain is signed as a checkpoint, which leaves the database at once.
 * Whoever has the rows, the checkpoints and the public keys can tell whether a row was changed,
 * removed, added or moved, for the database's owner can write every hash anew but no signature. The
 * formats stand in the Javadoc of {@link org.hikeshi.trust.audit.AuditRow}, {@link
 * org.hikeshi.trust.audit.AuditChain} and {@link org.hikeshi.trust.audit.Checkpoint} such that a
 * stranger can write a verifier of his own; {@link org.hikeshi.trust.audit.ChainVerifier} is ours
 * and knows no service. The chain covers hashes of sealed bytes, never plaintext.
 */
@NullMarked
package org.hikeshi.trust.audit;

import org.jspecify.annotations.NullMarked;
