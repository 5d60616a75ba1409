package org.hikeshi.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * SMTP that takes every mail and keeps it, and IMAP over the same mails, in a JVM of its own, on
 * 127.0.0.1 only.
 *
 * <p>An accepted mail (250 after the final dot) is on disk. Mails over {@value #MAX_BYTES} bytes
 * are refused with 552, more than {@value #MAX_RECIPIENTS} recipients with 452, an address below
 * {@code .invalid} with 550, for such a domain never exists. Nothing is ever sent on. IMAP accounts
 * are the addresses that mail came for, and those named at the start; they share one password.
 */
public final class MailboxProcess implements ProcessPart {
    static final int MAX_BYTES = 32 * 1024 * 1024;
    static final int MAX_RECIPIENTS = 100;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Path dir;
    private final int smtpPort;
    private final int imapPort;
    private final String imapPassword;
    private final WatchedProcess process;

    private MailboxProcess(
            Path dir, int smtpPort, int imapPort, List<String> accounts, List<String> more) {
        this.dir = dir.toAbsolutePath().normalize();
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        try {
            Files.createDirectories(this.dir);
            this.imapPassword = Secrets.keptIn(this.dir.resolve("imap.password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> arguments =
                new ArrayList<>(List.of(Integer.toString(smtpPort), Integer.toString(imapPort)));
        arguments.addAll(accounts);
        List<String> flags =
                new ArrayList<>(List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        flags.addAll(more);
        this.process =
                WatchedProcess.attached(
                        JavaChild.plan("mailbox", this.dir, MailboxMain.class, flags, arguments));
    }

    /**
     * Starts on {@code dir} (kept ever after) and returns when both ports answer.
     *
     * @param accounts addresses whose IMAP account exists before any mail came for them
     */
    public static MailboxProcess start(
            Path dir, int smtpPort, int imapPort, List<String> accounts) {
        return start(dir, smtpPort, imapPort, accounts, List.of());
    }

    /** The same with more flags for its JVM. */
    public static MailboxProcess start(
            Path dir, int smtpPort, int imapPort, List<String> accounts, List<String> flags) {
        var mailbox = new MailboxProcess(dir, smtpPort, imapPort, accounts, flags);
        mailbox.restart();
        return mailbox;
    }

    /** The mailbox that another class loader of this JVM started. */
    static MailboxProcess attached(Path dir, int smtpPort, int imapPort) {
        return new MailboxProcess(dir, smtpPort, imapPort, List.of(), List.of());
    }

    @Override
    public void restart() {
        process.startAgain();
        process.awaitReady(() -> JavaChild.isReady(dir, process), START_LIMIT);
    }

    /** The mails on disk, readable whether the process runs or not. */
    public MailFolder folder() {
        return folderIn(dir);
    }

    static MailFolder folderIn(Path dir) {
        return new MailFolder(dir.resolve("mails"));
    }

    public int smtpPort() {
        return smtpPort;
    }

    public int imapPort() {
        return imapPort;
    }

    public String imapPassword() {
        return imapPassword;
    }

    @Override
    public WatchedProcess process() {
        return process;
    }
}
