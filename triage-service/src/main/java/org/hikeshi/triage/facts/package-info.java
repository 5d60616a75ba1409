/**
 * A case is the set of its facts, and nothing else.
 *
 * <p>What triage decided and what the other services said lies here as rows, one per fact, never
 * changed. {@link org.hikeshi.triage.facts.CaseFacts} is that set in memory: where the case stands,
 * which clocks run and what is missing are pure functions of it, so the order in which facts came
 * in cannot matter. Where two facts speak of the same thing their own revision or time decides,
 * never their arrival. Decisions that no other service needs to hear ({@link
 * org.hikeshi.triage.facts.DeskFact}) are kept in the same set. {@link
 * org.hikeshi.triage.facts.CaseBook} writes and reads it; a case that took over others reads their
 * facts as its own.
 */
@NullMarked
package org.hikeshi.triage.facts;

import org.jspecify.annotations.NullMarked;
