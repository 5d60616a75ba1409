package org.hikeshi.notifier.ledger;

import java.util.UUID;
import org.hikeshi.events.ReportId;

/** Who is to be told, by a reference that is no address. */
public sealed interface Recipient {

    /** As it is stored and searched: {@code report:…}, {@code staff:…}. */
    String reference();

    /** Whoever sent this report. */
    record Reporter(ReportId report) implements Recipient {
        @Override
        public String reference() {
            return "report:" + report;
        }
    }

    /** One of the people of the house. */
    record Person(String staff) implements Recipient {
        @Override
        public String reference() {
            return "staff:" + staff;
        }
    }

    /** A role nobody holds: it stands in the ledger as not told, so that somebody sees it. */
    record Vacancy(String role) implements Recipient {
        @Override
        public String reference() {
            return "role:" + role;
        }
    }

    /** A customer of the registry, by the catalogue's customer id. */
    record Customer(String customer) implements Recipient {
        @Override
        public String reference() {
            return "customer:" + customer;
        }
    }

    /** All customers who are affected; release knows which, so each of them follows later. */
    record AffectedCustomers() implements Recipient {
        @Override
        public String reference() {
            return "customers";
        }
    }

    /** Reads what {@link #reference} wrote. */
    static Recipient of(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return new AffectedCustomers();
        }
        String name = reference.substring(colon + 1);
        return switch (reference.substring(0, colon)) {
            case "report" -> new Reporter(new ReportId(UUID.fromString(name)));
            case "staff" -> new Person(name);
            case "role" -> new Vacancy(name);
            case "customer" -> new Customer(name);
            default -> throw new IllegalArgumentException("no such recipient");
        };
    }
}
