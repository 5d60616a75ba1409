/**
 * The wiring in a running service: one transaction for entities and ledger, health, and the
 * operators' door.
 */
package org.hikeshi.messaging.service;
