package org.hikeshi.release.remediation;

import jakarta.enterprise.context.ApplicationScoped;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.events.CaseId;
import org.jspecify.annotations.Nullable;

/** What people wrote about a remediation, sealed with the key of its case. */
@ApplicationScoped
class Prose {
    private static final String TABLE = "remediation";

    private final CaseSeals seals;

    Prose(CaseSeals seals) {
        this.seals = seals;
    }

    void write(RemediationRow row, Content content) {
        row.summary = seal(row, "summary", content.summary());
        row.workaroundJa = sealIfThere(row, "workaround_ja", content.workaroundJa());
        row.workaroundEn = sealIfThere(row, "workaround_en", content.workaroundEn());
    }

    String summary(RemediationRow row) {
        return row.summary.length == 0 ? "" : open(row, "summary", row.summary);
    }

    @Nullable String workaroundJa(RemediationRow row) {
        return row.workaroundJa == null ? null : open(row, "workaround_ja", row.workaroundJa);
    }

    @Nullable String workaroundEn(RemediationRow row) {
        return row.workaroundEn == null ? null : open(row, "workaround_en", row.workaroundEn);
    }

    private byte @Nullable [] sealIfThere(
            RemediationRow row, String column, @Nullable String text) {
        return text == null ? null : seal(row, column, text);
    }

    private byte[] seal(RemediationRow row, String column, String text) {
        return seals.seal(new CaseId(row.caseId), TABLE, column, row.id.toString(), text);
    }

    private String open(RemediationRow row, String column, byte[] sealed) {
        return seals.open(new CaseId(row.caseId), TABLE, column, row.id.toString(), sealed);
    }
}
