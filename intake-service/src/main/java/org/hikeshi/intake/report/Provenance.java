package org.hikeshi.intake.report;

import java.time.Instant;
import org.hikeshi.events.Source;

/**
 * Where a report comes from that did not reach the desk by itself.
 *
 * @param receivedAt when it first reached the house; all promises count from here
 * @param staff who handed it in
 */
public record Provenance(Source source, Instant receivedAt, String staff) {}
