package org.hikeshi.notifier.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.ContentHash;
import org.hikeshi.notifier.sending.Neighbours;
import org.hikeshi.notifier.sending.TextUnavailableException;
import org.jspecify.annotations.Nullable;

/** What was approved, by its hash: for publication from disclosure, for before from release. */
@Singleton
class ApprovedWords {
    private final Neighbours neighbours;
    private final ObjectMapper json = new ObjectMapper();

    ApprovedWords(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * @param texts by language tag
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approved(
            @Nullable String hash,
            @Nullable String publicId,
            @Nullable String url,
            @Nullable Map<String, Text> texts,
            @Nullable String severity,
            @Nullable List<String> cves) {

        /** In that language; in the other one if there is none. */
        Optional<Text> in(String language) {
            Map<String, Text> all = texts == null ? Map.of() : texts;
            return Optional.ofNullable(all.get(language))
                    .or(() -> all.values().stream().findFirst());
        }
    }

    /** One language of it. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Text(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String whatToDo,
            @Nullable String remedy,
            @Nullable String workaround) {}

    /** The whole text that may be said before publication, by language tag. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BeforePublication(@Nullable String hash, @Nullable Map<String, String> texts) {
        static final BeforePublication NONE = new BeforePublication(null, null);

        Optional<String> in(String language) {
            return Optional.ofNullable(texts).map(all -> all.get(language));
        }
    }

    BeforePublication beforePublication(ContentHash hash) throws TextUnavailableException {
        byte[] answer =
                neighbours
                        .release("/internal/pre-disclosure/" + hash)
                        .orElseThrow(() -> new TextUnavailableException("text for customers"));
        try {
            return json.readValue(answer, BeforePublication.class);
        } catch (IOException notRelease) {
            throw new TextUnavailableException("text for customers");
        }
    }

    Approved of(ContentHash hash) throws TextUnavailableException {
        byte[] answer =
                neighbours
                        .disclosure("/internal/texts/" + hash)
                        .orElseThrow(() -> new TextUnavailableException("approved text"));
        try {
            return json.readValue(answer, Approved.class);
        } catch (IOException notDisclosure) {
            throw new TextUnavailableException("approved text");
        }
    }
}
