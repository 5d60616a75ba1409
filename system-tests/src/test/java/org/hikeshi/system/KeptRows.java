package org.hikeshi.system;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.kills.RunFacts.CaseRow;
import org.hikeshi.system.kills.RunFacts.Mail;

/** What the services and the mailbox have kept, read behind their backs. */
record KeptRows(RunningSystem system) {

    /** Case and report of every row that the service holds. */
    List<CaseRow> cases(String service) throws SQLException {
        String sql =
                switch (service) {
                    case "intake" -> "SELECT case_id, id FROM report";
                    case "notifier" -> "SELECT NULL::uuid, NULL::uuid WHERE false";
                    default -> "SELECT case_id, report_id FROM known_case";
                };
        List<CaseRow> cases = new ArrayList<>();
        try (Connection db = system.database(service);
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                cases.add(
                        new CaseRow(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
            }
        }
        return cases;
    }

    /** All kept mails to these addresses, one per recipient. */
    List<Mail> mails(Predicate<String> address) throws Exception {
        List<Mail> mails = new ArrayList<>();
        for (KeptMail kept : system.mailFolder().mails()) {
            for (String to : kept.to()) {
                if (address.test(to)) {
                    MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(kept.raw()));
                    mails.add(
                            new Mail(
                                    to,
                                    mail.getMessageID(),
                                    mail.getSubject()
                                            + "\n"
                                            + MailboxClient.text(mail, "text/plain").orElse(""),
                                    kept.receivedAt()));
                }
            }
        }
        return mails;
    }
}
