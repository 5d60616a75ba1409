package org.hikeshi.parts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/**
 * The JVM of {@link MailboxProcess}: {@code MailboxMain <folder> <smtp port> <imap port>
 * <account>…}.
 */
final class MailboxMain {
    private MailboxMain() {}

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        MailFolder folder = MailboxProcess.folderIn(dir);
        folder.removeDrafts();
        var greenMail =
                new GreenMail(
                        new ServerSetup(
                                Integer.parseInt(args[2]), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        greenMail.start();
        var accounts = new ImapAccounts(greenMail, Secrets.keptIn(dir.resolve("imap.password")));
        List.of(args).subList(3, args.length).forEach(accounts::open);
        accounts.refill(folder);
        SMTPServer smtp =
                SMTPServer.port(Integer.parseInt(args[1]))
                        .bindAddress(InetAddress.getByName("127.0.0.1"))
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
