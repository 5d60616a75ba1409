/**
 * How a service puts the mechanism to work: settings from {@code hikeshi.*}, beans for the ledger,
 * the audit log and transactions, start after the schema is migrated and a clean stop, health that
 * says why in one line, figures, and the operators' resource. All of Quarkus that messaging knows
 * is in this package; the mechanism itself does not know it.
 */
@NullMarked
package org.hikeshi.messaging.service;

import org.jspecify.annotations.NullMarked;
