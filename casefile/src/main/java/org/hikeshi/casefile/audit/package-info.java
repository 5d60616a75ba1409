/**
 * What stands on record about a case, and is the record whole? The page of the record, the same in
 * every service.
 *
 * <p>Under {@code /desk/operations/<service>/audit} each service shows its own record: how far it
 * is chained and signed by its own word, what the verifier said last, and of one case who did what
 * and when. Under {@code /api/v1/operations/<service>/audit} the whole record leaves as JSON lines.
 * Triage's frame {@code /desk/audit} puts the five beside each other. Reading a case's record is an
 * act on record itself. Actions are codes; all of them have words here, so that no page shows a
 * code: {@code AuditWordsTest} holds the words against the code.
 */
@NullMarked
package org.hikeshi.casefile.audit;

import org.jspecify.annotations.NullMarked;
