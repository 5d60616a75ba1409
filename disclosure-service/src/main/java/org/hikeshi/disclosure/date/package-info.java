/**
 * The date of publication, set in consultation with the reporters (A3.5, E3.4, Z2.4).
 *
 * <p>The office proposes; reporters accept, wish another date or say nothing. All of them accepting
 * sets the date at once. Silence never blocks: when the time for answering is over and nobody
 * wished otherwise, the proposed date stands, and it is on record that it stands by silence. A wish
 * for another date needs a person's decision, with a reason. A date that was once set moves only by
 * the approver's word. Answers are kept even if they come before the proposal they answer.
 */
@NullMarked
package org.hikeshi.disclosure.date;

import org.jspecify.annotations.NullMarked;
