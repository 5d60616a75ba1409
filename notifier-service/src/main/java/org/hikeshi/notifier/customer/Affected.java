package org.hikeshi.notifier.customer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hikeshi.events.ModelName;
import org.hikeshi.events.OtaStarted;
import org.jspecify.annotations.Nullable;

/**
 * What of one customer is affected, as release says it.
 *
 * @param products theirs, nobody else's
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record Affected(String customerId, @Nullable List<Part> products) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One product and model of theirs. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Part(
            @Nullable String productId,
            @Nullable String product,
            @Nullable String model,
            @Nullable List<String> versions,
            int units,
            @Nullable String fixedVersion,
            @Nullable String channel) {

        String name() {
            return Objects.requireNonNullElse(product, Objects.requireNonNullElse(productId, ""));
        }

        /** Product and model as one name. */
        String called() {
            return ModelName.called(name(), Objects.requireNonNullElse(model, ""));
        }

        Part over(@Nullable String begun) {
            return new Part(
                    productId,
                    product,
                    model,
                    versions,
                    units,
                    fixedVersion,
                    channel == null ? begun : channel);
        }

        List<String> installed() {
            return versions == null ? List.of() : versions;
        }
    }

    /** The same with the channels of the distributions begun, where release named none. */
    Affected over(List<OtaStarted> distributions) {
        Map<String, String> channels = new HashMap<>();
        distributions.forEach(
                begun ->
                        begun.products()
                                .forEach(
                                        one ->
                                                channels.put(
                                                        one.toString(), begun.channel().name())));
        return new Affected(
                customerId,
                parts().stream()
                        .map(
                                part ->
                                        part.over(
                                                channels.get(
                                                        Objects.requireNonNullElse(
                                                                part.productId(), ""))))
                        .toList());
    }

    List<Part> parts() {
        return products == null ? List.of() : products;
    }

    /** As the ledger keeps it until the letter is written. */
    String written() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("plain values are always JSON", impossible);
        }
    }

    static Affected of(String written) {
        try {
            return JSON.readValue(written, Affected.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("it was written by this class", impossible);
        }
    }
}
