package org.hikeshi.casefile;

import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;

/** Who is to do something: whoever has a role, or one person. */
public sealed interface TaskFor {

    /** Anybody who has the role. */
    record Role(StaffRole role) implements TaskFor {}

    /** This person. */
    record Person(StaffId staff) implements TaskFor {}

    static TaskFor role(StaffRole role) {
        return new Role(role);
    }

    static TaskFor staff(StaffId staff) {
        return new Person(staff);
    }
}
