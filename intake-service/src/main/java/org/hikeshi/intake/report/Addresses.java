package org.hikeshi.intake.report;

import java.util.Locale;
import org.hikeshi.mail.MailAddress;

/** Codes under which the words explain why a mail address was refused. */
public final class Addresses {

    private Addresses() {}

    public static String code(MailAddress.Reason reason) {
        return "address-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
