package org.hikeshi.parts;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The kept mails as IMAP shows them. Memory only: refilled at every start, under new UIDVALIDITY,
 * with the newest mails of {@value #REFILL_BYTES} bytes in all.
 */
final class ImapAccounts {
    private static final int REFILL_BYTES = 24 * 1024 * 1024;
    private static final System.Logger LOG = System.getLogger(ImapAccounts.class.getName());

    private final GreenMail greenMail;
    private final String password;
    private final Session session = Session.getInstance(new Properties());

    ImapAccounts(GreenMail greenMail, String password) {
        this.greenMail = greenMail;
        this.password = password;
    }

    GreenMailUser open(String address) {
        String login = address.toLowerCase(Locale.ROOT);
        return greenMail.setUser(login, login, password);
    }

    void refill(MailFolder folder) {
        long bytes = 0;
        var chosen = new java.util.ArrayDeque<String>();
        for (String id : folder.ids()) {
            bytes += folder.read(id).map(mail -> mail.raw().length).orElse(0);
            if (bytes > REFILL_BYTES) {
                break;
            }
            chosen.addFirst(id);
        }
        chosen.forEach(id -> folder.read(id).ifPresent(this::show));
    }

    /** A mail that IMAP cannot show is kept all the same; only its id is logged. */
    void show(KeptMail mail) {
        for (String recipient : List.copyOf(mail.to())) {
            try {
                open(recipient)
                        .deliver(new MimeMessage(session, new ByteArrayInputStream(mail.raw())));
            } catch (MessagingException | RuntimeException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "IMAP does not show mail {0}: {1}",
                        mail.id(),
                        e.getClass().getName());
            }
        }
    }
}
