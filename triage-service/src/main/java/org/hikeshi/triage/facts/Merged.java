package org.hikeshi.triage.facts;

import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.ReporterAsked;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.ReporterReplied;

/**
 * Which facts of a merged case go on counting: those about its reports. They keep its key for ever;
 * what had been decided about the old case ended with it.
 */
final class Merged {
    private Merged() {}

    static boolean counts(CaseEvent event) {
        return switch (event) {
            case ReportReceived _,
                    ReporterNotified _,
                    DeliveryFailed _,
                    ReporterAsked _,
                    ReporterReplied _,
                    FixChecked _,
                    FeedbackGiven _,
                    ClosureObjected _ ->
                    true;
            default -> false;
        };
    }
}
