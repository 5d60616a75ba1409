package org.hikeshi.events;

import java.util.Objects;

/**
 * Somebody on a case, in one role.
 *
 * @param staff who
 * @param role in which role
 */
public record TeamMember(StaffId staff, StaffRole role) {

    public TeamMember {
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(role, "role");
    }
}
