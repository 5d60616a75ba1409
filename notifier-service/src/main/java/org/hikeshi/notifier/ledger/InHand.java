package org.hikeshi.notifier.ledger;

import java.util.UUID;

/**
 * A delivery that one worker has in hand, with what it needs to send it.
 *
 * @param sending the state under which it was claimed; settling asks that the claim still holds
 * @param messageId stable over all attempts, with angle brackets (RFC 5322 §3.6.4)
 */
public record InHand(UUID deliveryId, Delivery.Sending sending, String messageId, Owing owing) {}
