package org.hikeshi.triage.facts;

import java.time.Instant;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.Severity;
import org.hikeshi.events.StaffId;
import org.hikeshi.triage.milestone.MilestoneName;
import org.jspecify.annotations.Nullable;

/** A decision of the desk that stays in triage. Instants are UTC. */
public sealed interface DeskFact {

    Instant at();

    StaffId by();

    /**
     * The assessment was written down, not yet fixed.
     *
     * @param revision of the assessment, from 1
     * @param provisional what it would be scored as
     */
    record Assessed(int revision, Severity provisional, Instant at, StaffId by)
            implements DeskFact {}

    /** A remediation plan was made or changed (E2-plan). */
    record Planned(int revision, Instant at, StaffId by) implements DeskFact {}

    /**
     * The CISO recorded that a milestone will not come, with a reason (practice b 7: "none
     * possible").
     *
     * @param product null for all products
     */
    record Waived(MilestoneName milestone, @Nullable ProductId product, Instant at, StaffId by)
            implements DeskFact {}

    /** A second person looked at an objection and upheld the closure. */
    record ClosureUpheld(ReportId reportId, Instant at, StaffId by) implements DeskFact {}
}
