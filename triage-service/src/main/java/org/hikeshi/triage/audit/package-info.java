/**
 * Can we prove it? The frame of the record: a case is looked up by any of its numbers, and each
 * service shows beside the others what stands on its record about it, who looked at a reporter's
 * identity and what for, and whether the record is whole. Triage adds nothing of the others'
 * records; it only knows the case's numbers.
 */
@NullMarked
package org.hikeshi.triage.audit;

import org.jspecify.annotations.NullMarked;
