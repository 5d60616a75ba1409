/**
 * How anything happens to a case: one act, one transaction.
 *
 * <p>A person's act ({@link org.hikeshi.triage.casework.ActingOnCase}) locks the case, is checked
 * against the table of who may do what, writes facts, and says those that others need. What another
 * service said is written down whenever it comes. After each, and whenever a timer is due, the desk
 * looks at the case ({@code WatchingCase}): what has become true by the set of facts and the time,
 * such as a deadline at risk, a question to the CISO, a task to open or close, is said once.
 * Nothing rests on the order in which facts come in.
 */
@NullMarked
package org.hikeshi.triage.casework;

import org.jspecify.annotations.NullMarked;
