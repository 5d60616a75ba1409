package org.hikeshi.intake.report;

import java.util.UUID;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.MasterKey;
import org.hikeshi.trust.SealedAt;
import org.hikeshi.trust.WrappedKey;

/** What is sealed of a report, and where: every value opens in its own column and row only. */
final class ReportSeals {

    private final MasterKey masterKey;

    ReportSeals(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    byte[] wrap(DataKey key, String column, UUID report) {
        return masterKey.wrap(key, place(column, report)).bytes();
    }

    DataKey unwrap(byte[] wrapped, String column, UUID report) {
        return masterKey.unwrap(WrappedKey.of(wrapped), place(column, report));
    }

    static SealedAt place(String column, UUID report) {
        return SealedAt.of("report", column, report.toString());
    }
}
