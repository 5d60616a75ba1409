package org.hikeshi.notifier.sending;

import jakarta.inject.Singleton;
import org.hikeshi.notifier.customer.CustomerRegistry;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.people.PeopleFile;

/** Finds out where a mail goes, at the last moment, from whoever owns the answer. */
@Singleton
class Addresses {
    private final IntakeContacts reporters;
    private final PeopleFile people;
    private final CustomerRegistry customers;

    Addresses(IntakeContacts reporters, PeopleFile people, CustomerRegistry customers) {
        this.reporters = reporters;
        this.people = people;
        this.customers = customers;
    }

    Contact of(Recipient recipient) throws InterruptedException {
        return switch (recipient) {
            case Recipient.Reporter reporter -> reporters.of(reporter.report());
            case Recipient.Person person ->
                    people.now()
                            .find(person.staff())
                            .<Contact>map(c -> new Contact.Reachable(c.address(), c.language()))
                            .orElseGet(Contact.Unusable::new);
            case Recipient.Customer customer ->
                    customers
                            .find(customer.customer())
                            .<Contact>map(c -> new Contact.Reachable(c.address(), c.language()))
                            .orElseGet(Contact.Unusable::new);
            case Recipient.Vacancy _, Recipient.AffectedCustomers _ -> new Contact.Unusable();
        };
    }
}
