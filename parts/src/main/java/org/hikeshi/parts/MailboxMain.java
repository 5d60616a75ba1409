package org.hikeshi.parts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The JVM of {@link MailboxProcess}: {@code MailboxMain <folder> <smtp port> <imap port>
 * <account>…}.
 */
public final class MailboxMain {
    private MailboxMain() {}

    public static void main(String[] args) throws Exception {
        serve(
                "127.0.0.1",
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                List.of(args).subList(3, args.length));
    }

    /**
     * Serves until this JVM ends.
     *
     * @param address to listen on
     * @param dir where mails are kept
     */
    public static void serve(
            String address, Path dir, int smtpPort, int imapPort, List<String> names)
            throws Exception {
        Files.createDirectories(dir);
        MailFolder folder = MailboxProcess.folderIn(dir);
        folder.removeDrafts();
        var greenMail =
                new GreenMail(new ServerSetup(imapPort, address, ServerSetup.PROTOCOL_IMAP));
        greenMail.start();
        var accounts = new ImapAccounts(greenMail, Secrets.keptIn(dir.resolve("imap.password")));
        names.forEach(accounts::open);
        accounts.refill(folder);
        SMTPServer smtp =
                SMTPServer.port(smtpPort)
                        .bindAddress(InetAddress.getByName(address))
                        .hostName("localhost")
                        .softwareName("Hikeshi mailbox")
                        .insertReceivedHeaders(false)
                        .maxMessageSize(MailboxProcess.MAX_BYTES)
                        .maxRecipients(MailboxProcess.MAX_RECIPIENTS)
                        .maxConnections(200)
                        .connectionTimeout(60, TimeUnit.SECONDS)
                        .messageHandlerFactory(_ -> new KeepingHandler(folder, accounts))
                        .build();
        smtp.start();
        JavaChild.announceReady(dir);
        new CountDownLatch(1).await();
    }
}
