/**
 * The infrastructure that Hikeshi brings along: PostgreSQL 18, Kafka and a mailbox, without Docker
 * and without anything installed.
 *
 * <p>Each part is an operating-system process of its own ({@link WatchedProcess}), because the
 * promises of the house are about what survives when one of them dies: a test or a supervisor kills
 * a part with SIGKILL, starts it again on the same port and data, and looks at what is left. A part
 * ends when the process that started it ends, however that happened: it is watched over a pipe.
 * Should a part have outlived its starter all the same, the next start finds it by its pid file,
 * ends it in order and takes over its data.
 *
 * <p>PostgreSQL runs with fsync and scram, Kafka as one KRaft node with one replica of everything,
 * and the mailbox answers 250 only when the mail is on disk. All listen on 127.0.0.1 only. The
 * launcher uses the parts for {@code ./hikeshi up}; {@link PartsForTests} gives the same parts to
 * the tests of every module; {@link FaultProxy} stands between a client and a part.
 */
@NullMarked
package org.hikeshi.parts;

import org.jspecify.annotations.NullMarked;
