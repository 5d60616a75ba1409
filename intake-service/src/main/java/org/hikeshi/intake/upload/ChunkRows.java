package org.hikeshi.intake.upload;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.messaging.Transactions;

/**
 * Sealed chunks as rows, a few to a transaction: no connection is held while the network is waited
 * for, and never more than half a MiB of a file is in the heap.
 */
final class ChunkRows {

    private static final int CHUNKS_PER_TRANSACTION = 8;
    private static final String INSERT =
            "INSERT INTO attachment_chunk (attachment_id, number, sealed) VALUES (?, ?, ?)";

    private final Transactions transactions;
    private final UUID attachment;
    private final List<byte[]> waiting = new ArrayList<>(CHUNKS_PER_TRANSACTION);
    private int written;

    ChunkRows(Transactions transactions, UUID attachment) {
        this.transactions = transactions;
        this.attachment = attachment;
    }

    void add(byte[] sealed) {
        waiting.add(sealed);
        if (waiting.size() == CHUNKS_PER_TRANSACTION) {
            flush();
        }
    }

    void flush() {
        transactions.doInTransaction(
                connection -> {
                    try (var insert = connection.prepareStatement(INSERT)) {
                        for (int i = 0; i < waiting.size(); i++) {
                            insert.setObject(1, attachment);
                            insert.setInt(2, written + i);
                            insert.setBytes(3, waiting.get(i));
                            insert.addBatch();
                        }
                        insert.executeBatch();
                    }
                });
        written += waiting.size();
        waiting.clear();
    }
}
