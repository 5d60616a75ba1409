/**
 * The processes of one machine: where their files lie, which secrets and ports they get, how they
 * are started, watched and started again.
 *
 * <p>The order is fixed: folder and secrets, policy check, parts, databases and topics, services.
 * What goes wrong before the first process is told in one sentence, and nothing is started.
 */
@NullMarked
package org.hikeshi.launcher.house;

import org.jspecify.annotations.NullMarked;
