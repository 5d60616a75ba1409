package org.hikeshi.notifier.ledger;

import java.util.Optional;
import org.hikeshi.events.MailTemplate;

/** Every mail the house sends, by its number in the practice's list (c). */
public enum Template {
    RECEIPT("R1"),
    CONFIRMED("R2"),
    QUESTION("R3"),
    RESULT("R4"),
    TIMELINE("R5"),
    CLOSED("R6"),
    PROGRESS("R7"),
    MITIGATION("R8"),
    BEGUN("R9"),
    COMPLETED("R10"),
    DATE("R11"),
    PUBLISHED("R12"),
    REVISED("R13"),
    CLOSURE("R14"),
    ACCESS_KEY("R15"),
    CUSTOMERS_TOLD("C1"),
    CRITICAL_UPDATE("C2"),
    NEW_REPORT("S1"),
    ASSIGNED("S2"),
    ESCALATION("S3"),
    DEPUTY("S4"),
    CLOCK("S5"),
    REPLIED("S6"),
    REVIEW("S7"),
    GATE("S8"),
    ACCESS("S14");

    private final String number;

    Template(String number) {
        this.number = number;
    }

    /** Such as {@code R1}. */
    public String number() {
        return number;
    }

    public Audience audience() {
        return switch (number.charAt(0)) {
            case 'R' -> Audience.REPORTER;
            case 'C' -> Audience.CUSTOMER;
            default -> Audience.STAFF;
        };
    }

    /** Its name on the wire; only mails to reporters are told to the other services. */
    public Optional<MailTemplate> onTheWire() {
        return audience() == Audience.REPORTER
                ? Optional.of(MailTemplate.valueOf(name()))
                : Optional.empty();
    }
}
