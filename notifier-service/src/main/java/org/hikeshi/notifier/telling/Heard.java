package org.hikeshi.notifier.telling;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;

/**
 * A fact as it was heard.
 *
 * @param id of the event
 * @param at when it became true, UTC
 * @param correlation shared by all that follows from one report
 */
public record Heard(UUID id, Instant at, UUID correlation, CaseEvent event) {}
