package org.hikeshi.notifier.approved;

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
public class ApprovedWords {
    private final Neighbours neighbours;
    private final ObjectMapper json = new ObjectMapper();

    ApprovedWords(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * A text of disclosure.
     *
     * @param texts by language tag
     * @param credits lines as printed
     */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Approved(
            @Nullable String hash,
            @Nullable String publicId,
            @Nullable String url,
            @Nullable Map<String, Text> texts,
            @Nullable String severity,
            @Nullable List<String> cves,
            @Nullable List<String> credits) {

        /** In that language; in the other one if there is none. */
        public Optional<Text> in(String language) {
            Map<String, Text> all = texts == null ? Map.of() : texts;
            return Optional.ofNullable(all.get(language))
                    .or(() -> all.values().stream().findFirst());
        }
    }

    /** One language of it. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Text(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String whatToDo,
            @Nullable String remedy,
            @Nullable String workaround,
            @Nullable String changeNote) {}

    /** The whole text that may be said before publication, by language tag. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BeforePublication(@Nullable String hash, @Nullable Map<String, String> texts) {
        public static final BeforePublication NONE = new BeforePublication(null, null);

        public Optional<String> in(String language) {
            return Optional.ofNullable(texts).map(all -> all.get(language));
        }
    }

    public BeforePublication beforePublication(ContentHash hash) throws TextUnavailableException {
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

    public Approved of(ContentHash hash) throws TextUnavailableException {
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
