/**
 * What a reporter finds when coming back with tracking code and access key: where the report
 * stands, whose turn it is, what was promised for when, what happened so far. Status is a function
 * of the set of facts known about a report ({@link org.hikeshi.intake.status.Standing}), in
 * whatever order they were heard. An unknown code and a wrong key get the same answer after the
 * same work, and only failing attempts are ever slowed down, so nobody can lock a reporter out.
 */
@NullMarked
package org.hikeshi.intake.status;

import org.jspecify.annotations.NullMarked;
