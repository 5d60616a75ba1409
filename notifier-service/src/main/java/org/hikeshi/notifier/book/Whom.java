package org.hikeshi.notifier.book;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.notifier.customer.Customer;
import org.hikeshi.notifier.customer.CustomerRegistry;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.PeopleFile;
import org.hikeshi.web.Page;

/**
 * Recipients in people's words: a reporter by the tracking code, everybody else by name in the
 * house. An address is shown masked, and a reporter's is not known here at all.
 */
@Singleton
class Whom {
    private final PeopleFile people;
    private final CustomerRegistry customers;

    Whom(PeopleFile people, CustomerRegistry customers) {
        this.people = people;
        this.customers = customers;
    }

    String of(Page page, Entry entry) {
        return switch (Recipient.of(entry.recipient())) {
            case Recipient.Reporter _ -> page.say("book.whom.reporter", entry.trackingCode());
            case Recipient.Person person -> page.say("book.whom.person", person.staff());
            case Recipient.Vacancy vacancy -> page.say("book.whom.vacancy", vacancy.role());
            case Recipient.Customer customer -> page.say("book.whom.customer", customer.customer());
            case Recipient.AffectedCustomers _ -> page.say("book.whom.customers");
        };
    }

    /** Such as {@code s***@example.com}; empty where there is none or none is known here. */
    String address(Entry entry) {
        Optional<MailAddress> address =
                switch (Recipient.of(entry.recipient())) {
                    case Recipient.Person person ->
                            people.now().find(person.staff()).map(Colleague::address);
                    case Recipient.Customer customer ->
                            customers.find(customer.customer()).map(Customer::address);
                    case Recipient.Reporter _, Recipient.Vacancy _, Recipient.AffectedCustomers _ ->
                            Optional.empty();
                };
        return address.map(Whom::masked).orElse("");
    }

    static String masked(MailAddress address) {
        return address.toString().charAt(0) + "***@" + address.domain();
    }
}
