/**
 * From the facts of a case to who must be told what.
 *
 * <p>Whatever is heard of a case is kept as it came ({@link
 * org.hikeshi.notifier.telling.CaseFacts}). What is owed is a pure function of the <em>set</em> of
 * these facts, the people of the house, the policies and the time ({@link
 * org.hikeshi.notifier.telling.WhatIsOwed}): it does not matter in which order they were heard, or
 * how late. Three tables say it for the three audiences, and a test holds them against every event
 * there is, so that for a new one somebody decides who is told. {@code HearingCase} brings the
 * ledger in line with the function after each event and whenever time makes something due; what is
 * already said stays said, what is not owed any more and was never sent is taken back.
 */
@NullMarked
package org.hikeshi.notifier.telling;

import org.jspecify.annotations.NullMarked;
