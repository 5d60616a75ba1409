package org.hikeshi.intake.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.upload.StoredFile;
import org.hikeshi.intake.upload.StoredFiles;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.DataKey;

/** Reads conversations, for their two sides and nobody else. */
public final class Conversations {

    private final Transactions transactions;
    private final ReportRows rows;
    private final InstantSource clock;

    public Conversations(Transactions transactions, ReportRows rows, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /** Who reads. */
    public enum Reader {
        REPORTER,
        DESK
    }

    /**
     * All that was said and sent.
     *
     * @param messages oldest first
     * @param files of the report and of all messages
     * @param contentKey that seals them
     */
    public record Conversation(List<Message> messages, List<StoredFile> files, DataKey contentKey) {

        /** The files that came with a message. */
        public List<StoredFile> filesOf(UUID message) {
            return files.stream().filter(file -> message.equals(file.message())).toList();
        }

        /** How many messages this reader has not had on a page yet. */
        public long unread(Reader reader) {
            return messages.stream()
                    .filter(message -> message.fromDesk() == (reader == Reader.REPORTER))
                    .filter(message -> !message.seen())
                    .count();
        }

        /** One file, if it is of this report. */
        public Optional<StoredFile> file(String id) {
            return files.stream()
                    .filter(file -> file.file().id().toString().equals(id))
                    .findFirst();
        }
    }

    /** As it stands; nothing is noted. */
    public Conversation of(ReportId report) {
        return transactions.inTransaction(connection -> read(connection, report));
    }

    /** As it stands before the reader sees it; from now on what the other side wrote is read. */
    public Conversation shownTo(Reader reader, ReportId report) {
        Instant now = clock.instant();
        return transactions.inTransaction(
                connection -> {
                    Conversation before = read(connection, report);
                    if (before.unread(reader) > 0) {
                        Messages.seen(connection, report, reader == Reader.REPORTER, now);
                    }
                    return before;
                });
    }

    private Conversation read(Connection connection, ReportId report) throws SQLException {
        DataKey key = rows.contentKey(connection, report).orElseThrow();
        return new Conversation(
                Messages.of(connection, report, key),
                StoredFiles.of(connection, report.value(), key),
                key);
    }
}
