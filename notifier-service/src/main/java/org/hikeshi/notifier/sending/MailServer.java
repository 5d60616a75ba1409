package org.hikeshi.notifier.sending;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hikeshi.mail.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The mail server that takes our mail: one mail in, one final verdict out. Connections are kept for
 * a while for the next mail. Safe for many threads.
 */
@Singleton
class MailServer {
    private final MailServerSettings settings;
    private final ConcurrentLinkedDeque<SmtpLine> idle = new ConcurrentLinkedDeque<>();
    private final ExecutorService talkers = Executors.newVirtualThreadPerTaskExecutor();

    MailServer(MailServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Hands one mail over and waits for the verdict. When this returns, nothing of this mail is
     * under way any more.
     *
     * @param heartbeat done every {@code pulse} while waiting
     */
    SmtpVerdict take(MimeMessage mail, MailAddress recipient, Duration pulse, Runnable heartbeat) {
        var talk = talkers.submit(() -> talk(mail, recipient));
        while (true) {
            try {
                return talk.get(pulse.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillTalking) {
                heartbeat.run();
            } catch (InterruptedException stopping) {
                // The talk cannot be called back, and its end must not be missed: wait it out.
                heartbeat.run();
            } catch (ExecutionException broken) {
                throw new IllegalStateException("the talk with the mail server", broken.getCause());
            }
        }
    }

    private SmtpVerdict talk(MimeMessage mail, MailAddress recipient) {
        SmtpLine line = line();
        SmtpVerdict verdict = line.take(mail, recipient);
        if (verdict instanceof SmtpVerdict.Taken) {
            idle.push(line);
        } else {
            line.close();
        }
        return verdict;
    }

    private SmtpLine line() {
        @Nullable SmtpLine known = idle.poll();
        while (known != null && !known.usable(settings.keepAlive())) {
            known.close();
            known = idle.poll();
        }
        return known == null ? new SmtpLine(settings) : known;
    }

    @PreDestroy
    void close() {
        talkers.shutdown();
        idle.forEach(SmtpLine::close);
        idle.clear();
    }
}
