package org.hikeshi.notifier.customer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.letter.Draft;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.Contact;
import org.hikeshi.trust.Crockford;

/** How a customer reaches the desk, and under which number they speak of an update. */
final class DeskForCustomers {
    private static final int RANDOM_BYTES = 5;

    private DeskForCustomers() {}

    /** A number of its own: customers learn nothing of whose report began it. */
    static String number(Owing owing) {
        long random = owing.cause().getLeastSignificantBits();
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(random).array();
        byte[] last = Arrays.copyOfRange(bytes, Long.BYTES - RANDOM_BYTES, Long.BYTES);
        String digits = Crockford.encode(last, RANDOM_BYTES * Byte.SIZE);
        return "U-" + digits.substring(0, 4) + "-" + digits.substring(4);
    }

    /** The contact for customers, else the one for all; its page where it has no mail address. */
    static String address(Draft draft) {
        return draft.policy().contacts().stream()
                .filter(contact -> contact.audience() != Audience.STAFF)
                .min(Comparator.comparing(DeskForCustomers::distance))
                .map(contact -> written(draft, contact))
                .orElse("");
    }

    private static int distance(Contact contact) {
        return switch (contact.audience()) {
            case CUSTOMERS -> 0;
            case ADMINISTRATORS, PARTNERS -> 1;
            case EVERYBODY -> 2;
            case REPORTERS -> 3;
            case STAFF -> 4;
        };
    }

    private static String written(Draft draft, Contact contact) {
        return contact.mail()
                .map(mail -> mail.address())
                .or(() -> contact.page().map(p -> p.startsWith("/") ? draft.link(p) : p))
                .orElse("");
    }
}
