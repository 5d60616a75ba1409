package org.hikeshi.notifier.telling;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.Disclosed;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Publications;

/** Publications as they were heard. */
@Singleton
class HeardPublications implements Publications {
    private final CaseFile cases;

    HeardPublications(CaseFile cases) {
        this.cases = cases;
    }

    @Override
    public Optional<AdvisoryId> advisory(Owing owing) {
        return cases.facts(owing.caseId())
                .find(owing.about())
                .map(Heard::event)
                .filter(Disclosed.class::isInstance)
                .map(event -> ((Disclosed) event).advisory());
    }
}
