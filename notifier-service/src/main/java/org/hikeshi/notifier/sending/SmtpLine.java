package org.hikeshi.notifier.sending;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.hikeshi.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, for one talk at a time (RFC 5321). Every wait has an end:
 * connecting, each answer, each write. What it gives up on, it cuts.
 */
final class SmtpLine implements AutoCloseable {
    private static final int TAKEN = 250;
    private static final int PERMANENT = 500;
    private static final int TRANSIENT = 400;

    private final MailServerSettings settings;
    private final SMTPTransport transport;
    private long lastUsed = System.nanoTime();

    SmtpLine(MailServerSettings settings) {
        this.settings = settings;
        this.transport = new SMTPTransport(Session.getInstance(properties(settings)), null);
    }

    private static Properties properties(MailServerSettings settings) {
        var to = new Properties();
        String patience = Long.toString(settings.patience().toMillis());
        to.setProperty("mail.smtp.connectiontimeout", Long.toString(settings.connect().toMillis()));
        to.setProperty("mail.smtp.timeout", patience);
        to.setProperty("mail.smtp.writetimeout", patience);
        to.setProperty("mail.smtp.quitwait", "false");
        to.setProperty("mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        settings.greeting().ifPresent(name -> to.setProperty("mail.smtp.localhost", name));
        switch (settings.encryption()) {
            case NONE -> to.setProperty("mail.smtp.starttls.enable", "false");
            case STARTTLS -> {
                to.setProperty("mail.smtp.starttls.enable", "true");
                to.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> to.setProperty("mail.smtp.ssl.enable", "true");
        }
        return to;
    }

    /** Fresh enough, and the server still answers on it. */
    boolean usable(Duration keepAlive) {
        return System.nanoTime() - lastUsed < keepAlive.toNanos() && transport.isConnected();
    }

    SmtpVerdict take(MimeMessage mail, MailAddress recipient) {
        try {
            connect();
            transport.sendMessage(mail, new Address[] {address(recipient)});
            lastUsed = System.nanoTime();
            return new SmtpVerdict.Taken(TAKEN);
        } catch (AuthenticationFailedException signIn) {
            return new SmtpVerdict.Later(transport.getLastReturnCode());
        } catch (MessagingException failed) {
            return verdict(failed);
        }
    }

    private void connect() throws MessagingException {
        if (!transport.isConnected()) {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
        }
    }

    private static InternetAddress address(MailAddress recipient) throws AddressException {
        return new InternetAddress(recipient.toString(), true);
    }

    /**
     * A 5xx is final only if it means this recipient or this text: a refusal of our greeting,
     * sign-in or sender must not turn every acknowledgement into a bounce.
     */
    private SmtpVerdict verdict(MessagingException failed) {
        for (@Nullable Exception cause = failed; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException recipient -> {
                    return judged(recipient.getReturnCode());
                }
                case SMTPSendFailedException text when text.getCommand().equals(".") -> {
                    return judged(text.getReturnCode());
                }
                default -> {}
            }
        }
        int last = transport.getLastReturnCode();
        return last >= TRANSIENT ? new SmtpVerdict.Later(last) : new SmtpVerdict.NoAnswer();
    }

    private static SmtpVerdict judged(int replyCode) {
        if (replyCode < TRANSIENT) {
            return new SmtpVerdict.NoAnswer();
        }
        return replyCode >= PERMANENT
                ? new SmtpVerdict.Never(replyCode)
                : new SmtpVerdict.Later(replyCode);
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException chained ? chained.getNextException() : null;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // nothing is owed to a connection
        }
    }
}
