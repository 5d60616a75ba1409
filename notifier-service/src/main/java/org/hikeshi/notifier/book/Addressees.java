package org.hikeshi.notifier.book;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.notifier.customer.CustomerRegistry;
import org.hikeshi.notifier.people.PeopleFile;

/**
 * Whom somebody means who typed something into the search box. A reporter's address is not known
 * here, so it finds nothing: their tracking code does.
 */
@Singleton
class Addressees {
    private final PeopleFile people;
    private final CustomerRegistry customers;

    Addressees(PeopleFile people, CustomerRegistry customers) {
        this.people = people;
        this.customers = customers;
    }

    List<String> references(String typed) {
        String text = typed.strip();
        List<String> all = new ArrayList<>();
        all.add(text);
        for (String kind : List.of("staff:", "customer:", "report:", "role:")) {
            all.add(kind + text);
        }
        if (text.contains("@")) {
            String wanted = text.toLowerCase(Locale.ROOT);
            people.now().byId().values().stream()
                    .filter(one -> one.address().toString().equalsIgnoreCase(wanted))
                    .forEach(one -> all.add("staff:" + one.id()));
            customers.all().stream()
                    .filter(one -> one.address().toString().equalsIgnoreCase(wanted))
                    .forEach(one -> all.add("customer:" + one.id()));
        }
        return all;
    }

    List<String> codes(String typed) {
        return TrackingCode.parse(typed).map(TrackingCode::value).stream().toList();
    }
}
