package org.hikeshi.disclosure.advisory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hikeshi.policy.Reviewing;
import org.jspecify.annotations.NullUnmarked;

/** What a reviewer, or the approver who sent it back, said about one text. */
@Entity
@Table(name = "advisory_review")
@NullUnmarked // filled by Hibernate
class ReviewRow {
    static final String APPROVAL = "approval";

    @Id UUID id;

    @Column(name = "advisory_id")
    UUID advisoryId;

    int number;
    String hash;
    String review;
    boolean accepted;

    @Column(name = "sealed_comment")
    byte[] sealedComment;

    Instant at;
    String by;

    static ReviewRow on(Advisory advisory, String review, boolean accepted, Instant at, String by) {
        var row = new ReviewRow();
        row.id = UUID.randomUUID();
        row.advisoryId = advisory.id;
        row.number = advisory.textNumber;
        row.hash = advisory.hash;
        row.review = review;
        row.accepted = accepted;
        row.at = at;
        row.by = by;
        return row;
    }

    boolean is(Reviewing kind) {
        return review.equals(written(kind));
    }

    static String written(Reviewing kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
