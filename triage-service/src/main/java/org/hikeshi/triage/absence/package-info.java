/**
 * Out of office: a person says from when to when they are away, and who stands in.
 *
 * <p>Triage owns this as it owns teams. What follows for a case is a part of its team: {@code
 * team-changed} names who of the members is away, until when, and their deputy, and every service
 * judges by its own clock ({@link org.hikeshi.triage.absence.TeamAbsences}). A deputy acts in roles
 * of their own only, and only where the absent one has the same role on the team; a deputy's deputy
 * has nothing. It begins and ends by itself, and can be ended early ({@link
 * org.hikeshi.triage.absence.AnnouncingAbsence}).
 */
@NullMarked
package org.hikeshi.triage.absence;

import org.jspecify.annotations.NullMarked;
