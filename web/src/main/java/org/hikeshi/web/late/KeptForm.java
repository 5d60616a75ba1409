package org.hikeshi.web.late;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.qute.TemplateData;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A form as it came.
 *
 * @param action where it was sent to
 */
@TemplateData
public record KeptForm(String action, List<Field> fields) {

    private static final int MOST_FIELDS = 500;
    private static final int SHORT = 40;

    /** One value as it came. */
    @TemplateData
    public record Field(String name, String value) {
        /** Whether it is worth being shown: prose, not a choice or an id. */
        public boolean prose() {
            return value.length() > SHORT || value.indexOf('\n') >= 0;
        }
    }

    /** Empty if it has more fields than a form of ours, or cannot be read. */
    static Optional<KeptForm> read(String action, String body) {
        try {
            List<Field> fields =
                    new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS + 1)
                            .parameters().entrySet().stream()
                                    .flatMap(
                                            one ->
                                                    one.getValue().stream()
                                                            .map(
                                                                    value ->
                                                                            new Field(
                                                                                    one.getKey(),
                                                                                    value)))
                                    .toList();
            return fields.size() > MOST_FIELDS
                    ? Optional.empty()
                    : Optional.of(new KeptForm(action, fields));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
