package org.hikeshi.disclosure.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.ContentForm;

/** What is or was public, in the database. Called inside a transaction. */
@ApplicationScoped
public class Revisions {
    private final ObjectMapper json = new ObjectMapper();
    private final Rows rows;

    Revisions(Rows rows) {
        this.rows = rows;
    }

    void add(
            Advisory advisory,
            Instant at,
            AdvisoryContent content,
            Map<String, String> note,
            boolean withdrawn) {
        var row = new RevisionRow();
        row.advisoryId = advisory.id();
        row.revision = advisory.revisions();
        row.publicId = advisory.publicationId().value();
        row.at = at;
        row.content = ContentForm.bytes(content);
        row.hash = ContentForm.hash(row.content);
        row.withdrawn = withdrawn;
        try {
            row.note = json.writeValueAsString(note);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a note is plain text", impossible);
        }
        rows.persist(row);
    }

    /** Everything that is public, what changed last first. */
    public List<PublishedText> all() {
        Map<UUID, List<RevisionRow>> byAdvisory = new LinkedHashMap<>();
        for (RevisionRow row : rows.list("order by revision")) {
            byAdvisory.computeIfAbsent(row.advisoryId, id -> new ArrayList<>()).add(row);
        }
        return byAdvisory.values().stream()
                .map(this::text)
                .sorted(Comparator.comparing(PublishedText::changedAt).reversed())
                .toList();
    }

    /** One of them; its first revision must be there. */
    public PublishedText of(Advisory advisory) {
        return text(rows.list("advisoryId = ?1 order by revision", advisory.id()));
    }

    private PublishedText text(List<RevisionRow> history) {
        RevisionRow last = history.getLast();
        return new PublishedText(
                last.publicId,
                ContentForm.read(last.content),
                last.hash,
                history.stream().map(this::revision).toList());
    }

    private PublishedText.Revision revision(RevisionRow row) {
        try {
            return new PublishedText.Revision(
                    row.revision,
                    row.at,
                    json.readValue(row.note, new TypeReference<Map<String, String>>() {}),
                    row.withdrawn);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a note cannot be read", broken);
        }
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RevisionRow, RevisionRow.Key> {}
}
