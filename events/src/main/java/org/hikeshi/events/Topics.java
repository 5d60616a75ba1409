package org.hikeshi.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The topics there are, as {@code topics.json} declares them: created by one step, compared with
 * the broker at start.
 */
public final class Topics {

    /** Facts about cases; the key is the case id. */
    public static final String CASE_EVENTS = "case-events";

    /** Full state of each product; compacted; the key is the product id. */
    public static final String PRODUCT_CATALOGUE = "product-catalogue";

    /**
     * One topic.
     *
     * @param partitions fixed for ever: another number would send the keys elsewhere
     * @param config the broker's names, values as text
     */
    public record Topic(String name, int partitions, Map<String, String> config) {
        public Topic {
            config = Map.copyOf(config);
        }
    }

    private static final String FILE = "/org/hikeshi/events/topics.json";

    private Topics() {}

    /** All topics, in the order of the file. */
    public static List<Topic> declared() {
        try (InputStream file = Topics.class.getResourceAsStream(FILE)) {
            return JsonMapper.builder().build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("topics.json cannot be read", e);
        }
    }
}
