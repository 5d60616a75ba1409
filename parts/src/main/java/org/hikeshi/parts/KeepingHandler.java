package org.hikeshi.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/**
 * One mail transaction: the server says 250 only after {@link #data} returned, and that is after
 * the disk has it.
 */
final class KeepingHandler implements MessageHandler {
    private final MailFolder folder;
    private final ImapAccounts accounts;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    KeepingHandler(MailFolder folder, ImapAccounts accounts) {
        this.folder = folder;
        this.accounts = accounts;
    }

    @Override
    public void from(String sender) {
        from = sender;
    }

    /** No mail ever reaches a name below {@code .invalid} (RFC 2606), so none is taken for one. */
    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.toLowerCase(Locale.ROOT).endsWith(".invalid")) {
            throw new RejectException(550, "5.1.2 No such domain");
        }
        to.add(recipient);
    }

    @Override
    public String data(InputStream message) throws RejectException, IOException {
        KeptMail kept;
        try {
            kept =
                    folder.keep(
                            from,
                            to,
                            new LimitedStream(message, MailboxProcess.MAX_BYTES),
                            Instant.now());
        } catch (TooMuchDataException e) {
            throw new RejectException(552, "5.3.4 Message too big");
        } catch (IOException | UncheckedIOException e) {
            throw new RejectException(451, "4.3.0 Not kept, try again later");
        }
        accounts.show(kept);
        return "kept as " + kept.id();
    }

    @Override
    public void done() {
        // Everything happened in data().
    }
}
