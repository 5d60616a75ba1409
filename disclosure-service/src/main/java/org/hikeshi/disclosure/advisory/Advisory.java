package org.hikeshi.disclosure.advisory;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.PublicationId;
import org.jspecify.annotations.NullUnmarked;

/**
 * The row of an advisory or notice. Its methods say what happened; whether it may is judged before.
 */
@Entity
@Table(name = "advisory")
@NullUnmarked // filled by Hibernate
public class Advisory {
    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "about_case")
    boolean aboutCase;

    @Enumerated(EnumType.STRING)
    AdvisoryKind kind;

    @Column(name = "public_id")
    String publicId;

    @Column(name = "policy_version")
    String policyVersion;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "text_number")
    int textNumber;

    String hash;

    @Column(name = "sealed_text")
    byte[] sealedText;

    @Column(name = "edited_at")
    Instant editedAt;

    @Column(name = "edited_by")
    String editedBy;

    @Column(name = "approved_hash")
    String approvedHash;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "sealed_deviation")
    byte[] sealedDeviation;

    @Column(name = "planned_for")
    Instant plannedFor;

    @Column(name = "plan_revision")
    int planRevision;

    @Embedded Hold hold;

    @Column(name = "published_hash")
    String publishedHash;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "revised_at")
    Instant revisedAt;

    int revisions;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    /** A new text is the present one; what was said about another is worth nothing for it. */
    void edited(String newHash, byte[] sealed, Instant at, String by) {
        textNumber++;
        hash = newHash;
        sealedText = sealed;
        editedAt = at;
        editedBy = by;
    }

    void approved(Instant at, String by, byte[] deviation) {
        approvedHash = hash;
        approvedAt = at;
        approvedBy = by;
        sealedDeviation = deviation;
    }

    /** The date of publication was set or moved. */
    public void planned(Instant date) {
        plannedFor = date;
        planRevision++;
    }

    public void held(Instant at, Person by) {
        hold = Hold.of(at, by.id(), by.standsInFor(this));
    }

    public void released() {
        hold = null;
    }

    /** Now, or the moment of the last revision if our clock ran back since. */
    public Instant notBeforeLast(Instant now) {
        return revisedAt == null || now.isAfter(revisedAt) ? now : revisedAt;
    }

    /** The present text is public from now on. */
    public void published(Instant at) {
        publishedHash = hash;
        publishedAt = publishedAt == null ? at : publishedAt;
        revisedAt = at;
        revisions++;
    }

    public void withdrawn(Instant at) {
        withdrawnAt = at;
        revisedAt = at;
        revisions++;
    }

    public UUID id() {
        return id;
    }

    public AdvisoryId advisoryId() {
        return new AdvisoryId(id);
    }

    /** The case; of a notice without one its own id. */
    public CaseId caseId() {
        return new CaseId(caseId);
    }

    public boolean aboutCase() {
        return aboutCase;
    }

    public AdvisoryKind kind() {
        return kind;
    }

    public PublicationId publicationId() {
        return PublicationId.parse(publicId);
    }

    public String policyVersion() {
        return policyVersion;
    }

    public ContentHash hash() {
        return ContentHash.parse(hash);
    }

    public int textNumber() {
        return textNumber;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant editedAt() {
        return editedAt;
    }

    public String editedBy() {
        return editedBy;
    }

    public boolean approvedIsThis() {
        return hash.equals(approvedHash);
    }

    public boolean publishedIsThis() {
        return hash.equals(publishedHash);
    }

    /** Whether the approver let it go out although the policy's precondition is not met. */
    public boolean deviates() {
        return approvedIsThis() && sealedDeviation != null;
    }

    public Optional<Instant> approvedAt() {
        return approvedIsThis() ? Optional.of(approvedAt) : Optional.empty();
    }

    public String approvedBy() {
        return approvedBy;
    }

    public Optional<Instant> plannedFor() {
        return Optional.ofNullable(plannedFor);
    }

    public int planRevision() {
        return planRevision;
    }

    public boolean held() {
        // A version that does not know for whom it was held leaves that behind when it lets go.
        return hold != null && hold.at != null;
    }

    /** Who holds it, and for whom they stood in then; nobody if it is not held. */
    public Set<String> holders() {
        return held() ? hold.holders() : Set.of();
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** How many revisions are or were public. */
    public int revisions() {
        return revisions;
    }
}
