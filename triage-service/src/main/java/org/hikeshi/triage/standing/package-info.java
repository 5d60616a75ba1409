/**
 * Where a case stands, in one answer: stage, what is missing, what comes next and whose turn it is.
 *
 * <p>Everything here is computed from facts when it is asked for; nobody sets a status. There is
 * one next action, the first thing without which nothing else moves, and always somebody who is to
 * do it.
 */
@NullMarked
package org.hikeshi.triage.standing;

import org.jspecify.annotations.NullMarked;
