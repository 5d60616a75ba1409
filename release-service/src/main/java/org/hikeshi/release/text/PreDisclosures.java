package org.hikeshi.release.text;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The texts of remediations, and every text ever approved. Inside the caller's transaction. */
@ApplicationScoped
public class PreDisclosures {
    private final Rows rows;
    private final Approved approved;

    PreDisclosures(Rows rows, Approved approved) {
        this.rows = rows;
        this.approved = approved;
    }

    /** The present text of a remediation. */
    public Optional<PreDisclosure> of(UUID remediation) {
        return rows.findByIdOptional(remediation).map(PreDisclosureRow::text);
    }

    /** An approved text by its hash, {@code ja} and {@code en}. */
    public Optional<Map<String, String>> approved(String hash) {
        return approved.findByIdOptional(hash)
                .map(row -> Map.of("ja", row.textJa, "en", row.textEn));
    }

    /**
     * Puts a draft in the place of the old text; equal words keep their approval. Who wrote in the
     * old one stays a writer: a part of it may stand in the new one.
     */
    void put(PreDisclosure text) {
        PreDisclosureRow row = rows.findById(text.remediation());
        boolean isNew = row == null;
        if (isNew) {
            row = new PreDisclosureRow();
            row.writers = List.of();
            row.remediation = text.remediation();
        } else if (row.hash.equals(text.hash())) {
            return;
        }
        row.hash = text.hash();
        row.urgency = text.urgency();
        row.howJa = text.howJa();
        row.howEn = text.howEn();
        row.textJa = text.textJa();
        row.textEn = text.textEn();
        row.draftedBy = text.draftedBy();
        row.draftedAt = text.draftedAt();
        row.writers = together(row.writers, text.writers());
        row.approvedBy = null;
        row.approvedAt = null;
        if (isNew) {
            rows.persist(row);
        }
    }

    private static List<String> together(List<String> before, Set<String> more) {
        return Stream.concat(before.stream(), more.stream().sorted()).distinct().toList();
    }

    void approve(PreDisclosure text, UUID caseId, String by, Instant at) {
        PreDisclosureRow row = rows.findById(text.remediation());
        row.approvedBy = by;
        row.approvedAt = at;
        if (approved.findByIdOptional(text.hash()).isPresent()) {
            return;
        }
        var kept = new ApprovedTextRow();
        kept.hash = text.hash();
        kept.caseId = caseId;
        kept.textJa = text.textJa();
        kept.textEn = text.textEn();
        kept.approvedBy = by;
        kept.approvedAt = at;
        approved.persist(kept);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PreDisclosureRow, UUID> {}

    @ApplicationScoped
    static class Approved implements PanacheRepositoryBase<ApprovedTextRow, String> {}
}
