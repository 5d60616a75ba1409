package org.hikeshi.disclosure.advisory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Staff ids in a row, with spaces between them. */
    @Column(name = "in_place_of")
    String inPlaceOf;

    int revisions;

    /**
     * @param absent for whom who wrote it stood in
     */
    static EditRow of(Advisory advisory, Set<String> absent) {
        var row = new EditRow();
        row.advisoryId = advisory.id;
        row.number = advisory.textNumber;
        row.hash = advisory.hash;
        row.sealedText = advisory.sealedText;
        row.at = advisory.editedAt;
        row.by = advisory.editedBy;
        row.inPlaceOf = absent.stream().sorted().collect(Collectors.joining(" "));
        row.revisions = advisory.revisions;
        return row;
    }

    /** Whose work it counts as. */
    Stream<String> writers() {
        return Stream.concat(
                Stream.of(by), Stream.of(inPlaceOf.split(" ")).filter(id -> !id.isEmpty()));
    }
}
