package org.hikeshi.system;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.leak.DatabaseColumns;
import org.hikeshi.system.leak.FileTree;
import org.hikeshi.system.leak.SecretScanner;
import org.hikeshi.system.leak.SecretScanner.Finding;

/** Everywhere that a word could have got to: databases, broker, files, metrics, mails. */
final class Places {
    private final RunningSystem system;
    private final Instant since;

    /**
     * @param since temporary files that are older are not ours
     */
    Places(RunningSystem system, Instant since) {
        this.system = system;
        this.since = since;
    }

    /** Tables, records, metrics and all files of the data folder, database and broker included. */
    List<Finding> scan(SecretScanner scanner) throws Exception {
        List<Finding> findings = new ArrayList<>(scanAsReaders(scanner));
        try (Connection db = system.database("postgres");
                Statement statement = db.createStatement()) {
            statement.execute("CHECKPOINT");
        }
        system.bringAll();
        findings.addAll(FileTree.scan(scanner, system.data(), file -> true));
        return findings;
    }

    /** What readers see, and logs; without the raw files of database and broker. */
    List<Finding> scanAsReaders(SecretScanner scanner) throws Exception {
        List<Finding> findings = new ArrayList<>();
        for (String database : system.databases()) {
            try (Connection db = system.database(database)) {
                findings.addAll(DatabaseColumns.scan(scanner, db));
            }
        }
        findings.addAll(statements(scanner));
        findings.addAll(topics(scanner));
        for (String service : RunningSystem.SERVICES) {
            findings.addAll(scanner.scan("metrics of " + service, system.metrics(service)));
        }
        findings.addAll(scanner.scan("console", Files.readAllBytes(system.console())));
        findings.addAll(FileTree.scan(scanner, system.data().resolve("log"), file -> true));
        findings.addAll(
                FileTree.scan(scanner, Path.of(System.getProperty("java.io.tmpdir")), this::isNew));
        return findings;
    }

    private boolean isNew(Path file) {
        try {
            return Files.isReadable(file)
                    && !file.startsWith(system.data())
                    && Files.size(file) < 100_000_000
                    && Files.getLastModifiedTime(file).toInstant().isAfter(since);
        } catch (IOException vanished) {
            return false;
        }
    }

    private List<Finding> statements(SecretScanner scanner) throws SQLException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Connection db = system.database("postgres");
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery("SELECT query FROM pg_stat_activity")) {
            while (rows.next()) {
                all.writeBytes(String.valueOf(rows.getString(1)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return scanner.scan("pg_stat_activity", all.toByteArray());
    }

    /** Keys, headers and values of all records of all topics, the broker's own included. */
    private List<Finding> topics(SecretScanner scanner) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        system.kafka(),
                        "group.id",
                        "leak-scan-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Waiting.until(
                    "all records are read",
                    Duration.ofSeconds(60),
                    () -> {
                        for (ConsumerRecord<byte[], byte[]> record :
                                consumer.poll(Duration.ofMillis(200))) {
                            findings.addAll(scanner.scan("topic " + record.topic(), bytes(record)));
                        }
                        return partitions.stream()
                                .allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
                    });
        }
        return findings;
    }

    private static byte[] bytes(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Header header : record.headers()) {
            all.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(orEmpty(header.value()));
            all.write('\n');
        }
        all.writeBytes(orEmpty(record.key()));
        all.write('\n');
        all.writeBytes(orEmpty(record.value()));
        return all.toByteArray();
    }

    private static byte[] orEmpty(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    /**
     * Raw, without line breaks (encodings are cut into lines) and decoded.
     *
     * @param own addresses whose mails are called "own mail" in findings
     */
    List<Finding> scanMails(SecretScanner scanner, List<String> own)
            throws IOException, MessagingException {
        List<Finding> findings = new ArrayList<>();
        for (KeptMail kept : system.mailFolder().mails()) {
            String place =
                    (own.containsAll(kept.to()) ? "own mail " : "mail to another ") + kept.id();
            findings.addAll(scanner.scan(place, kept.raw()));
            String lines = new String(kept.raw(), StandardCharsets.ISO_8859_1);
            findings.addAll(
                    scanner.scan(
                            place + " joined",
                            lines.replaceAll("=?\r?\n", "").getBytes(StandardCharsets.ISO_8859_1)));
            MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(kept.raw()));
            findings.addAll(scanner.scan(place + " decoded", decoded(mail)));
            findings.addAll(
                    scanner.scan(
                            place + " subject",
                            String.valueOf(mail.getSubject()).getBytes(StandardCharsets.UTF_8)));
        }
        return findings;
    }

    private static byte[] decoded(Part part) throws IOException, MessagingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                all.writeBytes(decoded(inner));
            }
        } else {
            try (InputStream in = part.getInputStream()) {
                in.transferTo(all);
            }
        }
        return all.toByteArray();
    }

    /**
     * Whatever files our processes hold open, deleted ones included; elsewhere than on Linux:
     * nothing.
     */
    List<Finding> scanOpenFiles(SecretScanner scanner) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, Long> process : system.pids().entrySet()) {
            Path fds = Path.of("/proc", process.getValue().toString(), "fd");
            if (!Files.isDirectory(fds)) {
                continue;
            }
            try (Stream<Path> open = Files.list(fds)) {
                for (Path fd : open.toList()) {
                    findings.addAll(openFile(scanner, process.getKey(), fd));
                }
            }
        }
        return findings;
    }

    private static List<Finding> openFile(SecretScanner scanner, String process, Path fd) {
        try {
            String target = Files.readSymbolicLink(fd).toString();
            boolean code = target.endsWith(".jar") || target.endsWith("/modules");
            if (!Files.isRegularFile(fd) || code) {
                return List.of();
            }
            try (InputStream bytes = Files.newInputStream(fd)) {
                return scanner.scan(process + " holds open " + target, bytes);
            }
        } catch (IOException vanished) {
            return List.of();
        }
    }
}
