package org.hikeshi.disclosure.advisory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;

/** Who stopped an advisory, and for whom they stood in then. */
@Embeddable
@NullUnmarked // filled by Hibernate
class Hold {
    @Column(name = "held_at")
    Instant at;

    @Column(name = "held_by")
    String by;

    @Column(name = "held_in_place_of")
    List<String> inPlaceOf;

    static Hold of(Instant at, String by, Set<String> absent) {
        var hold = new Hold();
        hold.at = at;
        hold.by = by;
        hold.inPlaceOf = absent.stream().sorted().toList();
        return hold;
    }

    /** They count as one person; of a hold of earlier times only the one is known. */
    Set<String> holders() {
        Set<String> all = new HashSet<>(inPlaceOf == null ? List.of() : inPlaceOf);
        all.add(by);
        return all;
    }
}
