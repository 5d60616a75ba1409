package org.hikeshi.disclosure.advisory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One saved text. */
@Entity
@Table(name = "advisory_edit")
@IdClass(EditRow.Key.class)
@NullUnmarked // filled by Hibernate
class EditRow {
    record Key(UUID advisoryId, int number) implements Serializable {}

    @Id
    @Column(name = "advisory_id")
    UUID advisoryId;

    @Id int number;
    String hash;

    @Column(name = "sealed_text")
    byte[] sealedText;

    Instant at;
    String by;
    int revisions;

    static EditRow of(Advisory advisory) {
        var row = new EditRow();
        row.advisoryId = advisory.id;
        row.number = advisory.textNumber;
        row.hash = advisory.hash;
        row.sealedText = advisory.sealedText;
        row.at = advisory.editedAt;
        row.by = advisory.editedBy;
        row.revisions = advisory.revisions;
        return row;
    }
}
