package org.hikeshi.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * A thing to do at an instant.
 *
 * @param kind which {@link TimerHandler} fires it
 * @param dueAt UTC
 * @param payload a reference, never prose
 */
public record Timer(UUID id, String kind, Instant dueAt, String payload) {}
