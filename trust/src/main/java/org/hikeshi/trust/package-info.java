/**
 * Keys and proofs. A service has an Ed25519 key; its public half lies in one directory that every
 * service mounts, and what it signs (records on Kafka, tokens for calls, receipts for reporters) is
 * judged by that directory at the time the thing claims. Secrets at rest are sealed with
 * AES-256-GCM under data keys that live per report or case; a master key wraps those, so destroying
 * one wrapped key forgets one person. Files are sealed chunk by chunk while they stream. Reporters
 * hold access keys that are derived, never stored. Nothing here knows the domain, a framework or
 * Kafka: all of it is bytes in, bytes or a verdict out. Only the verifier of the record of acts, in
 * {@code audit}, reads two tables of a database, by plain JDBC.
 */
@NullMarked
package org.hikeshi.trust;

import org.jspecify.annotations.NullMarked;
