package org.hikeshi.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CyclicBarrier;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The control beside {@link DeliveryFaultTest}: a worker as one would first write it, that looks
 * for unsent rows, sends, and marks them. Two of them send twice.
 */
@Timeout(60)
class UnclaimedSendingFaultTest {
    @Test
    void twoWorkersWithoutAClaimSendTwice() throws Exception {
        Database database = PartsForTests.createDatabase("unclaimed");
        try (Connection db = connect(database);
                ScriptedMailServer outside = ScriptedMailServer.start()) {
            db.createStatement()
                    .execute("CREATE TABLE mail (id int PRIMARY KEY, sent boolean NOT NULL)");
            db.createStatement().execute("INSERT INTO mail VALUES (1, false)");
            var bothLooked = new CyclicBarrier(2);

            List<Thread> workers =
                    List.of(
                            worker(database, outside, bothLooked),
                            worker(database, outside, bothLooked));
            for (Thread worker : workers) {
                worker.join();
            }

            assertThat(outside.taken()).hasSize(2);
        }
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private static Thread worker(
            Database database, ScriptedMailServer outside, CyclicBarrier bothLooked) {
        return Thread.ofVirtual()
                .start(
                        () -> {
                            try (Connection db = connect(database);
                                    var unsent =
                                            db.createStatement()
                                                    .executeQuery(
                                                            "SELECT id FROM mail WHERE NOT sent")) {
                                unsent.next();
                                bothLooked.await();
                                send(outside);
                                db.createStatement().execute("UPDATE mail SET sent = true");
                            } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                            }
                        });
    }

    private static void send(ScriptedMailServer outside) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(outside.port()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("desk@example.com");
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("finder@example.net"));
        mail.setText("once?");
        Transport.send(mail);
    }
}
