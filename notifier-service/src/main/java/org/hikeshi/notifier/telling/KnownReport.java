package org.hikeshi.notifier.telling;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.ReportReceived;

/**
 * A report whose reporter is told about this case.
 *
 * @param correlation of the report's own events
 * @param since from when on; what happened before was told elsewhere, or in the catch-up mail
 */
public record KnownReport(ReportReceived report, UUID correlation, Instant since) {}
