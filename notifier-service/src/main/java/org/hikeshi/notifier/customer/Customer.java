package org.hikeshi.notifier.customer;

import org.hikeshi.events.Language;
import org.hikeshi.mail.MailAddress;

/**
 * One of the registry.
 *
 * @param id the catalogue's customer id
 */
public record Customer(String id, Kind kind, String name, MailAddress address, Language language) {
    /** Why they are told. */
    public enum Kind {
        CUSTOMER,
        PARTNER
    }

    @Override
    public String toString() {
        return id; // names and addresses never reach a log by accident
    }
}
