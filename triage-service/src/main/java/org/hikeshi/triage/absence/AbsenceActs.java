package org.hikeshi.triage.absence;

import jakarta.inject.Singleton;
import java.util.Set;
import org.hikeshi.casefile.audit.HouseActs;

/** Who is away and who stands in is about people: no case's page could show it. */
@Singleton
class AbsenceActs implements HouseActs {

    @Override
    public Set<String> actions() {
        return Set.of("absence-announced", "absence-ended");
    }
}
