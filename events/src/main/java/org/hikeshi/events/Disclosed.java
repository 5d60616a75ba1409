package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A security advisory (SA) is public: the case is disclosed. Said by disclosure.
 *
 * @param advisory the advisory; also ce_subject
 * @param publicId its public id
 * @param hash of the canonical content
 * @param cves the CVE ids it names
 * @param at when it was decided
 */
public record Disclosed(
        CaseId caseId,
        AdvisoryId advisory,
        PublicationId publicId,
        ContentHash hash,
        List<CveId> cves,
        Instant at)
        implements CaseEvent {

    public Disclosed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(advisory, "advisory");
        Objects.requireNonNull(publicId, "publicId");
        Objects.requireNonNull(hash, "hash");
        cves = List.copyOf(cves);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return advisory.toString();
    }
}
