package org.hikeshi.release.text;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hikeshi.events.CaseId;
import org.hikeshi.release.catalogue.Product;
import org.jspecify.annotations.Nullable;

/** Drafts and approvals of texts, inside the caller's transaction. */
@ApplicationScoped
public class ApprovingText {
    private final PreDisclosures texts;
    private final Composing composing;

    ApprovingText(PreDisclosures texts, Composing composing) {
        this.texts = texts;
        this.composing = composing;
    }

    /**
     * Somebody writing.
     *
     * @param absent for whom they stand in, being on the case for nothing else
     */
    public record Writing(String by, Set<String> absent, Instant at) {
        /** Whose work it is: of those they stand in for as well. */
        Set<String> writers() {
            return Stream.concat(Stream.of(by), absent.stream()).collect(Collectors.toSet());
        }
    }

    /** Puts a draft in the place of the old text; other words void the approval. */
    public PreDisclosure draft(
            UUID remediation,
            List<Product> products,
            @Nullable String version,
            TextDraft draft,
            Writing writing) {
        Composing.Texts composed =
                composing.texts(products, version, draft.known(), draft.in("ja"), draft.in("en"));
        texts.put(
                new PreDisclosure(
                        remediation,
                        composed.hash(),
                        draft.known(),
                        draft.in("ja"),
                        draft.in("en"),
                        composed.ja(),
                        composed.en(),
                        writing.by(),
                        writing.at(),
                        writing.writers(),
                        null,
                        null));
        return texts.of(remediation).orElseThrow();
    }

    /** The product or version changed: the text is put together anew, and needs a new yes. */
    public void recompose(
            UUID remediation, List<Product> products, @Nullable String version, Writing writing) {
        texts.of(remediation)
                .ifPresent(
                        old -> {
                            Composing.Texts now =
                                    composing.texts(
                                            products,
                                            version,
                                            old.urgency(),
                                            old.howJa(),
                                            old.howEn());
                            texts.put(
                                    new PreDisclosure(
                                            remediation,
                                            now.hash(),
                                            old.urgency(),
                                            old.howJa(),
                                            old.howEn(),
                                            now.ja(),
                                            now.en(),
                                            writing.by(),
                                            writing.at(),
                                            writing.writers(),
                                            null,
                                            null));
                        });
    }

    /** Keeps somebody's yes to this very text. */
    public PreDisclosure approve(PreDisclosure text, CaseId caseId, String by, Instant at) {
        texts.approve(text, caseId.value(), by, at);
        return texts.of(text.remediation()).orElseThrow();
    }
}
