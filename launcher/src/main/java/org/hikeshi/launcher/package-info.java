/**
 * One machine, one command: this module is what {@code ./hikeshi up} starts.
 *
 * <p>One JVM supervises PostgreSQL, Kafka, the mailbox and the five services, each a process of its
 * own (package {@code house}), and is the one origin in front of them (package {@code origin}): it
 * reads {@code routes.yaml} and forwards. It also has the two pages that only a trial has, the
 * start page and the mailbox (package {@code trial}).
 *
 * <p>Everything it writes lies in one folder, {@code .hikeshi/}: keys and passwords made at the
 * first start, data, logs, kept ports. Whatever is started ends with this JVM, and a service or
 * part that dies is started again, visibly.
 */
@NullMarked
package org.hikeshi.launcher;

import org.jspecify.annotations.NullMarked;
