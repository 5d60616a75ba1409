package org.hikeshi.disclosure.publication;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hikeshi.disclosure.advisory.AdvisoryContent;
import org.hikeshi.disclosure.advisory.AdvisoryKind;

/**
 * An advisory or notice as the public sees it.
 *
 * @param hash of the content, as it was approved
 * @param history oldest first, never empty
 */
public record PublishedText(
        String publicId, AdvisoryContent content, String hash, List<Revision> history) {

    public PublishedText {
        history = List.copyOf(history);
    }

    /**
     * One revision.
     *
     * @param number from 1
     * @param note why, by language tag; empty for the first
     */
    public record Revision(int number, Instant at, Map<String, String> note, boolean withdrawn) {}

    public AdvisoryKind kind() {
        return content.kind();
    }

    public Instant publishedAt() {
        return history.getFirst().at();
    }

    public Instant changedAt() {
        return history.getLast().at();
    }

    public boolean withdrawn() {
        return history.getLast().withdrawn();
    }

    public boolean revised() {
        return history.size() > 1;
    }
}
