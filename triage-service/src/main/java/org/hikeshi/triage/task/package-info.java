/**
 * What anybody has to do.
 *
 * <p>Which tasks triage itself waits for follows from where a case stands ({@code OwedTasks});
 * after each look at the case they are opened or closed to match. All services say their tasks as
 * events, and the list of all of them, by date, is the desk's home: it stands when another service
 * is down.
 */
@NullMarked
package org.hikeshi.triage.task;

import org.jspecify.annotations.NullMarked;
