package org.hikeshi.system;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.hikeshi.system.leak.PlantedSecret;

/**
 * The control of the leak scan: leaves a word in each kind of place, each in another encoding, as a
 * careless program would. The scan of the same run must find every one of them.
 */
final class LeakControl {
    private static final String TOPIC = "leak-control";

    private final RunningSystem system;
    private final List<PlantedWord> left = new ArrayList<>();

    /** A word and the beginning of the places that it must be found in. */
    record PlantedWord(PlantedSecret secret, String place) {}

    private LeakControl(RunningSystem system) {
        this.system = system;
    }

    static List<PlantedWord> leaveEverywhere(RunningSystem system) throws Exception {
        LeakControl control = new LeakControl(system);
        control.inTables();
        control.inATopic();
        control.inFiles();
        control.inAMail();
        return control.left;
    }

    private String word(String field, String place) {
        var secret = PlantedSecret.japanese("control:" + field);
        left.add(new PlantedWord(secret, place));
        return secret.word();
    }

    private void inTables() throws Exception {
        String url = system.createDatabase("leak_control");
        try (Connection db = DriverManager.getConnection(url)) {
            db.createStatement().execute("CREATE TABLE careless (note text, blob bytea)");
            insert(
                    db,
                    Base64.getEncoder()
                            .encodeToString(
                                    ("x" + word("base64 in a column", "leak_control.public"))
                                            .getBytes(StandardCharsets.UTF_8)),
                    word("UTF-16 in a column", "leak_control.public")
                            .getBytes(StandardCharsets.UTF_16LE));
            insert(db, word("deleted row", system.data().toString()), new byte[0]);
            db.createStatement().execute("DELETE FROM careless WHERE blob = ''");
        }
    }

    private static void insert(Connection db, String note, byte[] blob) throws Exception {
        try (PreparedStatement insert = db.prepareStatement("INSERT INTO careless VALUES (?, ?)")) {
            insert.setString(1, note);
            insert.setBytes(2, blob);
            insert.executeUpdate();
        }
    }

    private void inATopic() throws ExecutionException, InterruptedException {
        Map<String, Object> kafka = Map.of("bootstrap.servers", system.kafka());
        try (Admin admin = Admin.create(kafka);
                KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(
                                kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            String hex =
                    HexFormat.of()
                            .formatHex(
                                    word("hex in a record", "topic " + TOPIC)
                                            .getBytes(StandardCharsets.UTF_8));
            producer.send(new ProducerRecord<>(TOPIC, hex.getBytes(StandardCharsets.US_ASCII)))
                    .get();
        }
    }

    private void inFiles() throws Exception {
        String logged =
                URLEncoder.encode(word("log line", system.data() + "/log"), StandardCharsets.UTF_8);
        Files.writeString(
                system.data().resolve("log/leak-control.log"),
                "GET /status?q=" + logged + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Path temporary = Files.createTempFile("leak-control", ".upload");
        temporary.toFile().deleteOnExit();
        Files.writeString(temporary, word("temporary file", temporary.toString()));
    }

    private void inAMail() throws Exception {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", String.valueOf(system.smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
        mail.setFrom(new InternetAddress("careless@example.com"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("stranger@example.com"));
        mail.setSubject("Careless", "UTF-8");
        mail.setText("about " + word("mail to another", "mail to another"), "UTF-8");
        Transport.send(mail);
    }
}
