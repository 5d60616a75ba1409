package org.hikeshi.system.kills;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The negative control: a desk as it is often written, on the same real database, broker and
 * mailbox. It stores the report, then sends the event (dual write), answers before the broker has
 * it, commits offsets on a schedule and keeps no inbox. On a sunny day it works. A process of its
 * own, so that it can be killed like the others.
 *
 * <p>{@code POST /reports} with an address as body → 201 with a code.
 */
final class CrookedDesk {
    static final String TOPIC = "crooked-events";

    private final String jdbcUrl;
    private final String kafka;
    private final int smtpPort;

    private CrookedDesk(String jdbcUrl, String kafka, int smtpPort) {
        this.jdbcUrl = jdbcUrl;
        this.kafka = kafka;
        this.smtpPort = smtpPort;
    }

    /**
     * @param args own HTTP port, JDBC URL with user and password, Kafka bootstrap, SMTP port
     */
    public static void main(String[] args) throws Exception {
        CrookedDesk desk = new CrookedDesk(args[1], args[2], Integer.parseInt(args[3]));
        try (Connection db = DriverManager.getConnection(desk.jdbcUrl)) {
            db.createStatement()
                    .execute(
                            """
                            CREATE TABLE IF NOT EXISTS report (code text, report_id uuid, case_id uuid);
                            CREATE TABLE IF NOT EXISTS desk_case (case_id uuid, report_id uuid)\
                            """);
        }
        Thread.ofPlatform().start(desk::consume);
        KafkaProducer<String, String> producer = desk.producer();
        HttpServer http =
                HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        http.createContext("/reports", exchange -> desk.report(exchange, producer));
        http.start();
    }

    private void report(HttpExchange exchange, KafkaProducer<String, String> producer)
            throws IOException {
        String email = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String code = "K-%08X".formatted(ThreadLocalRandom.current().nextInt());
        UUID report = UUID.randomUUID();
        UUID kase = UUID.randomUUID();
        try (Connection db = DriverManager.getConnection(jdbcUrl);
                PreparedStatement insert =
                        db.prepareStatement("INSERT INTO report VALUES (?, ?, ?)")) {
            insert.setString(1, code);
            insert.setObject(2, report);
            insert.setObject(3, kase);
            insert.executeUpdate();
        } catch (SQLException e) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        producer.send(
                new ProducerRecord<>(
                        TOPIC, kase.toString(), String.join(" ", code, report.toString(), email)));
        byte[] answer = code.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(201, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private KafkaProducer<String, String> producer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("acks", "1");
        settings.put("max.block.ms", "30000");
        var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        // Or its first event would be lost where the broker is slow to say who leads the topic.
        producer.partitionsFor(TOPIC);
        return producer;
    }

    private void consume() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("group.id", "crooked");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "true");
        settings.put("auto.commit.interval.ms", "60000");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1000");
        settings.put("metadata.max.age.ms", "1000");
        settings.put("allow.auto.create.topics", "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            while (true) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofSeconds(1))) {
                    open(event);
                }
            }
        }
    }

    private void open(ConsumerRecord<String, String> event) {
        String[] said = event.value().split(" ", 3);
        try (Connection db = DriverManager.getConnection(jdbcUrl);
                PreparedStatement insert =
                        db.prepareStatement("INSERT INTO desk_case VALUES (?, ?)")) {
            insert.setObject(1, UUID.fromString(event.key()));
            insert.setObject(2, UUID.fromString(said[1]));
            insert.executeUpdate();
            acknowledge(said[2], said[0]);
        } catch (SQLException | MessagingException e) {
            System.err.println("logged and skipped: " + e.getMessage());
        }
    }

    private void acknowledge(String to, String code) throws MessagingException {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "127.0.0.1");
        smtp.put("mail.smtp.port", String.valueOf(smtpPort));
        MimeMessage mail = new MimeMessage(Session.getInstance(smtp));
        mail.setFrom(new InternetAddress("crooked@example.com"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject("Received: " + code);
        mail.setText("We have received " + code);
        Transport.send(mail);
    }
}
