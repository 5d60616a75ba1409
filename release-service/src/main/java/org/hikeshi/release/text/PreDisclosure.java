package org.hikeshi.release.text;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What customers may read before publication.
 *
 * @param hash SHA-256 of both texts, hex; what is approved
 * @param howJa how to get it, as the office wrote it
 * @param textJa the whole text, plain, lines separated by {@code \n}
 * @param draftedBy who changed it last
 * @param writers everybody who wrote in it, and for whom they stood in; none of them approves it
 * @param approvedBy absent until somebody said yes to this very text
 */
public record PreDisclosure(
        UUID remediation,
        String hash,
        Urgency urgency,
        String howJa,
        String howEn,
        String textJa,
        String textEn,
        String draftedBy,
        Instant draftedAt,
        Set<String> writers,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {
    public PreDisclosure {
        writers = Set.copyOf(writers);
    }

    public boolean approved() {
        return approvedBy != null;
    }
}
