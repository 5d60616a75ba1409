/**
 * What a reporter may decide while a case goes its way (A4, Z5, A3.2): accept a proposed date of
 * publication or counter it, say whether a remedy works, object to a closure, tell afterwards how
 * it was. What is possible follows from the set of facts alone ({@link
 * org.hikeshi.intake.coordination.Footing}): four small states, each with the acts it allows and a
 * reason for every refusal, so pages show no button that would be refused. An act is a fact for the
 * other services; the reporter's words beside it stay in the conversation.
 */
@NullMarked
package org.hikeshi.intake.coordination;

import org.jspecify.annotations.NullMarked;
