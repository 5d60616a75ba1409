/**
 * Who may do what to a case, and when.
 *
 * <p>One table ({@link org.hikeshi.triage.access.CaseAct}) says for each act which roles may do it
 * and in which states of the case. A role that may not, or a case outside the viewer's need to
 * know, is answered like a case that does not exist; the right role in the wrong state learns why.
 * The table printed in {@code docs/states/case.md} is made from this code and compared by a test.
 */
@NullMarked
package org.hikeshi.triage.access;

import org.jspecify.annotations.NullMarked;
